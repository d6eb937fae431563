package eu.rempart.email.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.MemberNames;
import eu.rempart.account.Right;
import eu.rempart.draft.DraftKey;
import eu.rempart.draft.DraftService;
import eu.rempart.email.template.EmailTemplate;
import eu.rempart.email.template.FieldService;
import eu.rempart.email.template.OwnField;
import eu.rempart.email.template.TemplateService;
import eu.rempart.shell.WayBack;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people do with templates. */
@Component
final class TemplateDesk {

  private final TemplateService templates;
  private final FieldService fields;
  private final WayBack back;
  private final DraftService drafts;
  private final MemberNames members;
  private final CurrentMember member;

  TemplateDesk(
      TemplateService templates,
      FieldService fields,
      WayBack back,
      DraftService drafts,
      MemberNames members,
      CurrentMember member) {
    this.templates = templates;
    this.fields = fields;
    this.back = back;
    this.drafts = drafts;
    this.members = members;
    this.member = member;
  }

  List<EmailTemplate> all() {
    return templates.all();
  }

  /** The organisation's own fields that templates can have. */
  List<OwnField> own() {
    return fields.own();
  }

  boolean mayWrite() {
    return member.may(Right.WRITE_RECORDS);
  }

  boolean mayChange(EmailTemplate template) {
    return templates.mayChange(template);
  }

  /** Whose it is, in words. */
  String whose(EmailTemplate template) {
    if (template.memberId().equals(member.id())) {
      return template.shared() ? t("email.template.mine.shared") : t("email.template.mine");
    }
    return t("email.template.of", members.of(template.memberId()).orElse("…"));
  }

  private static DraftKey key(@Nullable EmailTemplate of) {
    return new DraftKey("email_template", of == null ? null : of.id().value());
  }

  /**
   * What the member typed and did not save; of a template that somebody changed since, nothing.
   *
   * @param of null for a new one
   */
  Optional<TemplateTyped> begun(@Nullable EmailTemplate of) {
    int version = of == null ? 0 : of.version();
    return drafts
        .find(key(of), TemplateTyped.class)
        .filter(draft -> draft.version() == version)
        .map(draft -> draft.typed());
  }

  /** Keeps what is typed, unless it is what the form began with. */
  void keep(@Nullable EmailTemplate of, TemplateTyped typed) {
    TemplateTyped start = TemplateTyped.of(of);
    if (typed.equals(start)) {
      drafts.drop(key(of));
    } else {
      drafts.keep(key(of), of == null ? 0 : of.version(), start, typed);
    }
  }

  /** Forgets what was typed: it is saved, or given up. */
  void drop(@Nullable EmailTemplate of) {
    drafts.drop(key(of));
  }

  void create(String name, boolean shared, String subject, String body) {
    templates.create(name, shared, subject, body);
  }

  /** False where somebody else changed or archived it meanwhile. */
  boolean save(EmailTemplate template) {
    return templates.save(template);
  }

  void archive(EmailTemplate template, Runnable changed) {
    UUID change = templates.archive(template.id());
    changed.run();
    back.offer(t("email.template.archived"), change, changed);
  }
}
