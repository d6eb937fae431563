package eu.rempart.contact.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactData;
import eu.rempart.draft.Draft;
import eu.rempart.draft.DraftKey;
import eu.rempart.draft.DraftService;
import eu.rempart.shell.part.DraftNotice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the member began to write about a contact and did not save. */
@Component
final class ContactUnfinished {

  private final DraftService drafts;
  private final CurrentMember member;

  ContactUnfinished(DraftService drafts, CurrentMember member) {
    this.drafts = drafts;
    this.member = member;
  }

  private static DraftKey key(@Nullable Contact of) {
    return new DraftKey("contact", of == null ? null : of.id().value());
  }

  /** What is left of a form; null stands for the form of a new contact. */
  Optional<Draft<ContactData>> of(@Nullable Contact of) {
    return drafts.find(key(of), ContactData.class);
  }

  /** The contact as the member saw it on beginning, so that what others saved since is noticed. */
  @Nullable Contact asItWas(@Nullable Contact now, Optional<Draft<ContactData>> draft) {
    return now == null || draft.isEmpty()
        ? now
        : new Contact(
            now.id(),
            draft.get().version(),
            draft.get().before(),
            now.unopenable(),
            now.created(),
            now.changed());
  }

  void keep(@Nullable Contact of, ContactData typed, boolean changed) {
    if (changed) {
      drafts.keep(
          key(of),
          of == null ? 0 : of.version(),
          of == null ? ContactData.EMPTY : of.data(),
          typed);
    } else {
      drafts.drop(key(of));
    }
  }

  void drop(@Nullable Contact of) {
    drafts.drop(key(of));
  }

  /** Tells of it on a page, for those who may go on with it. */
  Optional<DraftNotice> notice(@Nullable Contact of, Runnable goOn) {
    if (!member.may(Right.WRITE_RECORDS, "contact")) {
      return Optional.empty();
    }
    return of(of)
        .map(
            draft ->
                new DraftNotice(
                    of == null ? t("contact.draft.new") : t("contact.draft.changes"),
                    draft.at(),
                    goOn,
                    () -> drop(of)));
  }
}
