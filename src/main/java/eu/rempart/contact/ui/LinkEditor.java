package eu.rempart.contact.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.company.CompanyField;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyReference;
import eu.rempart.company.CompanyService;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactQuery;
import eu.rempart.contact.ContactService;
import eu.rempart.contact.Link;
import eu.rempart.contact.LinkData;
import eu.rempart.contact.LinkService;
import eu.rempart.contact.employer.ContactStart;
import eu.rempart.contact.employer.NewContactService;
import eu.rempart.contact.employer.NewContactService.Employer;
import eu.rempart.shell.WayBack;
import eu.rempart.shell.field.ChoiceField;
import eu.rempart.shell.merge.LikelyRecords;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.part.RecordPanel;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;

/** Lets a person say who works where, from either end. */
@org.springframework.stereotype.Component
final class LinkEditor {

  private final LinkService links;
  private final NewContactService created;
  private final ContactService contacts;
  private final CompanyService companies;
  private final ContactStart start;
  private final WayBack back;
  private final CurrentMember member;

  LinkEditor(
      LinkService links,
      NewContactService created,
      ContactService contacts,
      CompanyService companies,
      ContactStart start,
      WayBack back,
      CurrentMember member) {
    this.links = links;
    this.created = created;
    this.contacts = contacts;
    this.companies = companies;
    this.start = start;
    this.back = back;
    this.member = member;
  }

  boolean allowed() {
    return member.may(Right.WRITE_RECORDS, "contact");
  }

  /** A small button, for those who may use it. */
  Optional<Button> addButton(String text, Runnable run) {
    if (!allowed()) {
      return Optional.empty();
    }
    var button = new Button(text, Glyph.ADD.create(), _ -> run.run());
    button.addThemeVariants(ButtonVariant.TERTIARY);
    return Optional.of(button);
  }

  /** Chooses a company; takes a new name of those who may add companies. */
  CompanyChoiceField companyField() {
    return new CompanyChoiceField(
        companies, member.may(Right.WRITE_RECORDS, "company") && !isFixed(CompanyField.NAME));
  }

  /** The company that was chosen; a new one is looked after by whoever adds it, if they may. */
  Employer employer(CompanyChoice choice) {
    return choice.employer(isFixed(CompanyField.OWNER) ? null : member.id());
  }

  private boolean isFixed(CompanyField field) {
    return member.rights().fixed("company").contains(field.column());
  }

  /** A company that is there, as the field shows it. */
  CompanyChoice choice(CompanyId company) {
    return new CompanyChoice(
        company, companies.reference(company).map(CompanyReference::name).orElse("…"));
  }

  /** Asks for a company, which may be a new one, and the contact's place in it. */
  void addCompany(ContactId contact, Runnable changed) {
    CompanyChoiceField box = companyField();
    box.setRequiredIndicatorVisible(true);
    var form = new LinkForm(box, LinkData.CURRENT);
    panel(
        t("contact.links.add"),
        form,
        () -> {
          CompanyChoice choice = box.getValue();
          if (choice == null) {
            return LinkForm.refuse(box, t("contact.link.company.required"));
          }
          return link(box, () -> created.link(contact, employer(choice), form.data()), changed);
        });
  }

  /** Asks for a contact, who may be a new one, and their place in the company. */
  void addPerson(CompanyId company, Runnable changed) {
    var box = new ChoiceField<PersonChoice>(t("contact.link.contact"));
    box.setItems(
        query -> people(query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
    box.setItemLabelGenerator(PersonChoice::label);
    if (start.takesNames()) {
      box.otherwise(PersonChoice::named, t("contact.link.contact.long"));
      box.setHelperText(t("contact.link.contact.help"));
    }
    box.setRequiredIndicatorVisible(true);
    var likely = new LikelyRecords("contact.duplicates");
    box.addValueChangeListener(change -> name(likely, change.getValue()));
    var form = new LinkForm(box, LinkData.CURRENT);
    panel(
        t("contact.people.add"),
        form,
        new Div(likely, form),
        () -> {
          PersonChoice chosen = box.getValue();
          return chosen == null
              ? LinkForm.refuse(box, t("contact.link.contact.required"))
              : link(box, () -> link(chosen, company, form.data()), changed);
        });
  }

  /** Those whom a new one is like. */
  private void name(LikelyRecords likely, @Nullable PersonChoice person) {
    likely.show(
        person == null || person.id() != null
            ? List.of()
            : contacts.likelyDuplicates(person.begun(start), null).stream()
                .map(ContactRows::card)
                .toList());
  }

  private void link(PersonChoice person, CompanyId company, LinkData place) {
    ContactId known = person.id();
    if (known == null) {
      var _ = created.create(person.begun(start), new Employer.Known(company), place);
    } else {
      links.link(known, company, place);
    }
  }

  private static boolean link(ChoiceField<?> box, Runnable linking, Runnable changed) {
    try {
      linking.run();
      changed.run();
      return true;
    } catch (DuplicateKeyException _) {
      return LinkForm.refuse(box, t("contact.link.duplicate"));
    }
  }

  /** Lets job title and role be changed. */
  void edit(Link link, String name, Runnable changed) {
    var form = new LinkForm(null, link.data());
    panel(
        t("contact.link.edit", name),
        form,
        () -> {
          if (links.save(link, form.data())) {
            Notices.success(t("contact.link.saved"));
          } else {
            Notices.error(t("contact.link.stale"));
          }
          changed.run();
          return true;
        });
  }

  /** Takes the link away, and offers to bring it back. */
  void remove(Link link, String name, Runnable changed) {
    UUID change = links.unlink(link);
    changed.run();
    back.offer(
        t("contact.link.removed", name),
        change,
        () -> {
          contacts.cameBack(List.of(link.contactId()));
          changed.run();
        });
  }

  private interface Saving {
    /** Whether it is done, so that the panel may close. */
    boolean save();
  }

  private static void panel(String title, LinkForm form, Saving saving) {
    panel(title, form, form, saving);
  }

  /** As the other; the content has the form in it. */
  private static void panel(String title, LinkForm form, Component content, Saving saving) {
    var holder = new RecordPanel[1];
    holder[0] =
        new RecordPanel(
            title,
            content,
            t("contact.link.save"),
            () -> {
              try {
                if (saving.save()) {
                  holder[0].done();
                }
              } catch (InvalidFieldException e) {
                Notices.error(ContactTexts.problem(e.problem()));
              } catch (AccessDeniedException _) {
                Notices.error(t("shell.form.forbidden")); // the role was narrowed meanwhile
              }
            });
    form.onChange(() -> holder[0].setUnsaved(true));
    holder[0].open();
  }

  private Stream<PersonChoice> people(String text, int offset, int limit) {
    return contacts.page(ContactQuery.named(text), offset, limit).rows().stream()
        .map(row -> new PersonChoice(row.id(), ContactTexts.title(row.shown(), row.unopenable())));
  }
}
