package eu.rempart.email.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.MemberNames;
import eu.rempart.account.Right;
import eu.rempart.archive.ArchiveService;
import eu.rempart.email.template.EmailTemplate;
import eu.rempart.email.template.TemplateService;
import eu.rempart.shell.part.Notices;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What people do with templates. */
@Component
final class TemplateDesk {

  private final TemplateService templates;
  private final ArchiveService archive;
  private final MemberNames members;
  private final CurrentMember member;

  TemplateDesk(
      TemplateService templates,
      ArchiveService archive,
      MemberNames members,
      CurrentMember member) {
    this.templates = templates;
    this.archive = archive;
    this.members = members;
    this.member = member;
  }

  List<EmailTemplate> all() {
    return templates.all();
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
    Notices.success(
        t("email.template.archived"),
        () -> {
          archive.undo(change);
          changed.run();
        });
  }
}
