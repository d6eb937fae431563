package eu.rempart.contact.ui;

import eu.rempart.account.CurrentMember;
import eu.rempart.contact.Contact;
import eu.rempart.draft.Draft;
import eu.rempart.draft.DraftService;
import eu.rempart.draft.ui.Begun;
import eu.rempart.draft.ui.Unfinished;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the member began to write about a contact and did not save. */
@Component
final class ContactUnfinished extends Unfinished<Contact, ContactTyped> {

  ContactUnfinished(DraftService drafts, CurrentMember member) {
    super(
        "contact",
        ContactTyped.class,
        new Sentences("contact.draft.new", "contact.draft.changes"),
        drafts,
        member);
  }

  @Override
  protected Begun<ContactTyped> begin(@Nullable Contact of) {
    return of == null
        ? Begun.empty(ContactTyped.EMPTY)
        : new Begun<>(of.id().value(), of.version(), ContactTyped.of(of.data()));
  }

  @Override
  protected Contact before(Contact now, Draft<ContactTyped> draft) {
    return new Contact(
        now.id(),
        draft.version(),
        draft.before().data(),
        now.unopenable(),
        now.created(),
        now.changed());
  }
}
