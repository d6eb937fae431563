package eu.rempart.contact.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.html.Div;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.MemberNames;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.SaveResult;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactField;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactRow;
import eu.rempart.contact.ContactService;
import eu.rempart.contact.LinkData;
import eu.rempart.contact.employer.ContactStart;
import eu.rempart.contact.employer.NewContactService;
import eu.rempart.contact.employer.NewContactService.Employer;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.merge.LikelyRecords;
import eu.rempart.shell.part.Confirmation;
import eu.rempart.shell.part.ConflictDialog;
import eu.rempart.shell.part.ConflictDialog.Choice;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.part.RecordPanel;
import eu.rempart.shell.tag.Tags;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Lets a person fill in a contact, and does what it takes until it is saved. */
@Component
final class ContactEditor {

  private final ContactService contacts;
  private final NewContactService created;
  private final LinkEditor links;
  private final MemberNames members;
  private final ContactStart start;
  private final ContactUnfinished unfinished;
  private final CurrentMember member;
  private final Tags tags;
  private final CustomFields custom;

  ContactEditor(
      ContactService contacts,
      NewContactService created,
      LinkEditor links,
      MemberNames members,
      ContactStart start,
      ContactUnfinished unfinished,
      CurrentMember member,
      Tags tags,
      CustomFields custom) {
    this.contacts = contacts;
    this.created = created;
    this.links = links;
    this.members = members;
    this.start = start;
    this.unfinished = unfinished;
    this.member = member;
    this.tags = tags;
    this.custom = custom;
  }

  /** Asks for a new contact; tells its id once it is saved. */
  void create(Consumer<ContactId> created) {
    new Session(null, null, created).open();
  }

  /** Asks for a new contact who works at this company; tells its id once it is saved. */
  void createAt(CompanyId company, Consumer<ContactId> created) {
    new Session(null, links.choice(company), created).open();
  }

  /** Asks for a new contact over the page that is shown, and shows it once it is saved. */
  void createHere() {
    if (links.allowed()) {
      create(ContactNavigation::open);
    }
  }

  /**
   * Lets a contact be changed; tells its id once it is saved, which is another one after "Gone".
   */
  void edit(Contact contact, Consumer<ContactId> saved) {
    new Session(contact, null, saved).open();
  }

  private ContactTyped allowed(ContactData before, ContactTyped filled) {
    return filled.with(start.allowed(before, filled.data()));
  }

  /** The company on whose page a new one is begun; null for none. */
  private static @Nullable UUID placeOf(@Nullable CompanyChoice employer) {
    CompanyId company = employer == null ? null : employer.id();
    return company == null ? null : company.value();
  }

  /** One panel from opening to saving. */
  private final class Session {

    private final Map<UUID, String> names = members.all();
    private final ContactForm form =
        new ContactForm(names, tags, custom.book("contact"), links.companyField());
    private final LikelyRecords likely = new LikelyRecords("contact.duplicates");
    private final Consumer<ContactId> saved;
    private final RecordPanel panel;
    private @Nullable Contact contact;

    Session(@Nullable Contact found, @Nullable CompanyChoice employer, Consumer<ContactId> saved) {
      UUID place = placeOf(employer);
      var draft = unfinished.of(found, place);
      contact = unfinished.asItWas(found, draft);
      this.saved = saved;
      form.narrow(member.rights().hidden("contact"), member.rights().fixed("contact"));
      ContactData begun = contact == null ? start.begun() : contact.data();
      if (contact == null) {
        form.showNew(begun, employer);
      } else {
        form.show(begun, contact.unopenable());
      }
      panel =
          new RecordPanel(
              contact == null ? t("contact.new.title") : t("contact.edit.title"),
              new Div(likely, form),
              t("contact.save"),
              this::save);
      draft.ifPresent(left -> form.fill(allowed(begun, left.typed())));
      panel.setUnsaved(draft.isPresent());
      panel.onEnd(() -> unfinished.drop(found, place));
      unfinished.tell(panel, found, draft, () -> new Session(found, employer, saved).open());
      form.onChange(
          typed -> {
            panel.setUnsaved(form.isChanged());
            unfinished.keep(contact == null ? found : contact, place, typed, form.isChanged());
            warn(typed.data());
          });
    }

    void open() {
      panel.open();
      form.focus();
    }

    private void warn(ContactData typed) {
      @Nullable ContactId self = contact == null ? null : contact.id();
      List<ContactRow> similar =
          typed.displayName().length() < 3 ? List.of() : contacts.likelyDuplicates(typed, self);
      likely.show(similar.stream().map(ContactRows::card).toList());
    }

    private void save() {
      form.value().ifPresent(typed -> save(contact, typed.data(), typed));
    }

    /**
     * Saves what is typed.
     *
     * @param known what it was typed over, or merged with; null for a new one. The form still shows
     *     what it showed: only once this is saved is a merged one the one that it is about
     * @param typed beside the contact itself
     */
    private void save(@Nullable Contact known, ContactData data, ContactTyped typed) {
      try {
        if (known == null) {
          create(data, typed);
        } else {
          answer(
              known,
              contacts.save(known.id(), known.version(), known.data(), data),
              typed.with(data));
        }
      } catch (InvalidFieldException e) {
        form.show(e);
      } catch (AccessDeniedException _) {
        Notices.error(t("shell.form.forbidden")); // the role was narrowed meanwhile
      }
    }

    private void create(ContactData data, ContactTyped typed) {
      Employer employer = employer(typed);
      if (employer == null) {
        done(contacts.create(data), t("contact.created"));
        return;
      }
      try {
        done(created.create(data, employer, place(typed)), t("contact.created"));
      } catch (DataIntegrityViolationException _) {
        form.companyGone();
      }
    }

    private @Nullable Employer employer(ContactTyped typed) {
      CompanyChoice company = typed.company();
      return company == null ? null : links.employer(company);
    }

    private static LinkData place(ContactTyped typed) {
      return new LinkData(typed.jobTitle(), null, true, true);
    }

    private void answer(
        Contact known, SaveResult<Contact, ContactField> result, ContactTyped mine) {
      switch (result) {
        case SaveResult.Saved<Contact, ContactField>(var now) -> done(now.id(), t("contact.saved"));
        case SaveResult.Stale<Contact, ContactField> stale -> resolve(known.data(), stale, mine);
        case SaveResult.Gone<Contact, ContactField> _ ->
            Confirmation.ask(
                t("contact.gone.title"),
                t("contact.gone.sentence"),
                t("contact.gone.create"),
                () -> {
                  contact = null;
                  save(null, start.allowed(ContactData.EMPTY, mine.data()), mine);
                });
      }
    }

    private void done(ContactId id, String notice) {
      panel.done();
      Notices.success(notice);
      saved.accept(id);
    }

    private void resolve(
        ContactData before, SaveResult.Stale<Contact, ContactField> stale, ContactTyped all) {
      ContactData typed = all.data();
      ContactData theirs = stale.current().data();
      Set<ContactField> own = ContactField.changed(before, typed);
      ContactData mine =
          typed.toBuilder().custom(typed.custom().over(before.custom(), theirs.custom())).build();
      Set<ContactField> both = EnumSet.noneOf(ContactField.class);
      both.addAll(stale.both());
      if (!typed.custom().meets(before.custom(), theirs.custom())) {
        both.remove(ContactField.CUSTOM);
      }
      Set<ContactField> kept = EnumSet.noneOf(ContactField.class);
      kept.addAll(stale.theirs());
      kept.removeAll(own);
      if (both.isEmpty()) {
        save(stale.current(), ContactField.copy(own, mine, theirs), all);
        return;
      }
      Optional<String> who = members.of(stale.current().changed().memberId());
      new ConflictDialog<ContactField>(
              who.orElse(""),
              both.stream().map(field -> choice(field, mine, theirs)).toList(),
              kept.stream().map(ContactTexts::label).toList(),
              chosen -> {
                Set<ContactField> winning = EnumSet.copyOf(own);
                winning.removeIf(field -> both.contains(field) && !chosen.contains(field));
                save(stale.current(), ContactField.copy(winning, mine, theirs), all);
              })
          .open();
    }

    private Choice<ContactField> choice(ContactField field, ContactData mine, ContactData theirs) {
      return new Choice<>(
          field,
          ContactTexts.label(field),
          ContactTexts.value(field, mine, names, tags.book(), custom.book("contact")),
          ContactTexts.value(field, theirs, names, tags.book(), custom.book("contact")));
    }
  }
}
