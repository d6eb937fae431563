package eu.rempart.exchange.run;

import eu.rempart.common.InvalidFieldException;
import eu.rempart.company.Company;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyRules;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactRules;
import eu.rempart.exchange.format.ImportedPerson;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.run.match.Records;
import eu.rempart.exchange.run.result.Outcome;
import eu.rempart.exchange.run.result.RowResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to become of one row; an update is settled once its record has been read. */
final class Decision {

  final ImportedRow row;
  final @Nullable ContactId contact;
  final @Nullable CompanyId company;
  private final ContactData contactData;
  private final CompanyData companyData;
  private final List<CompanyId> employers;
  private final @Nullable Further further;
  private Outcome outcome;
  private @Nullable InvalidFieldException refused;

  /** Whom the row brings a photo. */
  private @Nullable ContactId photographed;

  /**
   * Of a row that only adds where somebody works.
   *
   * @param made whether the file makes the contact, whom nobody else can have archived then
   * @param employers companies that rows further up gave them
   */
  record Further(boolean made, Set<CompanyId> employers) {}

  Decision(ImportedRow row, Outcome outcome) {
    this(row, outcome, null, null, ContactData.EMPTY, CompanyData.EMPTY, List.of(), null);
  }

  private Decision(
      ImportedRow row,
      Outcome outcome,
      @Nullable ContactId contact,
      @Nullable CompanyId company,
      ContactData contactData,
      CompanyData companyData,
      List<CompanyId> employers,
      @Nullable Further further) {
    this.row = row;
    this.outcome = outcome;
    this.contact = contact;
    this.company = company;
    this.contactData = contactData;
    this.companyData = companyData;
    this.employers = employers;
    this.further = further;
  }

  /** A change of a person who is there. */
  static Decision contact(
      ImportedRow row, ContactId id, ContactData data, List<CompanyId> employers) {
    return new Decision(row, Outcome.UPDATED, id, null, data, CompanyData.EMPTY, employers, null);
  }

  /** More companies of a person whom a row further up is about. */
  static Decision further(
      ImportedRow row, ContactId id, List<CompanyId> employers, Further further) {
    return new Decision(
        row, Outcome.UPDATED, id, null, ContactData.EMPTY, CompanyData.EMPTY, employers, further);
  }

  /** A change of a company that is there. */
  static Decision company(ImportedRow row, CompanyId id, CompanyData data) {
    return new Decision(row, Outcome.UPDATED, null, id, ContactData.EMPTY, data, List.of(), null);
  }

  /** Puts the changes of an update into the batch, or finds that there are none. */
  void settle(
      Map<ContactId, Contact> people,
      Set<ContactId> withPhoto,
      Map<CompanyId, Company> firms,
      Map<ContactId, Set<CompanyId>> linked,
      Batch batch) {
    try {
      if (contact != null && further != null) {
        settleFurther(
            contact,
            further,
            people.containsKey(contact),
            linked.getOrDefault(contact, Set.of()),
            batch);
      } else if (contact != null) {
        settleContact(
            people.get(contact),
            withPhoto.contains(contact),
            linked.getOrDefault(contact, Set.of()),
            batch);
      } else if (company != null) {
        settleCompany(firms.get(company), batch);
      }
    } catch (InvalidFieldException e) {
      outcome = Outcome.REFUSED;
      refused = e;
    }
  }

  private void settleContact(
      @Nullable Contact current, boolean hasPhoto, Set<CompanyId> linked, Batch batch) {
    if (current == null) {
      outcome = Outcome.CHANGED_MEANWHILE;
      return;
    }
    // a row further up of the same batch may have changed the same person
    ContactData base = batch.contactChanges.getOrDefault(current, current.data());
    ContactData merged = Records.merge(current.id(), base, contactData);
    ContactRules.check(merged);
    int before = batch.newLinks.size();
    Decider.addLinks(row, current.id(), employers, batch.linked(current.id(), linked), batch);
    boolean same = merged.equals(base);
    if (!same) {
      batch.contactChanges.put(current, merged);
    }
    if (!hasPhoto && bringPhoto(current.id(), batch)) {
      same = false;
    }
    outcome = same && batch.newLinks.size() == before ? Outcome.UNCHANGED : Outcome.UPDATED;
  }

  private void settleFurther(
      ContactId id, Further known, boolean there, Set<CompanyId> linked, Batch batch) {
    if (!known.made() && !there) {
      outcome = Outcome.CHANGED_MEANWHILE;
      return;
    }
    Set<CompanyId> all = batch.linked(id, linked);
    all.addAll(known.employers());
    int before = batch.newLinks.size();
    Decider.addLinks(row, id, employers, all, batch);
    outcome = batch.newLinks.size() == before ? Outcome.TWICE_IN_FILE : Outcome.UPDATED;
  }

  private void settleCompany(@Nullable Company current, Batch batch) {
    if (current == null) {
      outcome = Outcome.CHANGED_MEANWHILE;
      return;
    }
    CompanyData base = batch.companyChanges.getOrDefault(current, current.data());
    CompanyData merged = Records.merge(current.id(), base, companyData);
    CompanyRules.check(current.id(), merged);
    if (merged.equals(base)) {
      outcome = Outcome.UNCHANGED;
    } else {
      batch.companyChanges.put(current, merged);
    }
  }

  /** The file of the photo that the row brings; null where it brings none. */
  byte @Nullable [] photo() {
    ImportedPerson person = row.person();
    return person == null ? null : person.photo();
  }

  /** Puts the row's photo into the batch, as that of this contact; false where there is none. */
  boolean bringPhoto(ContactId whose, Batch batch) {
    byte[] photo = photo();
    if (photo == null) {
      return false;
    }
    batch.photos.put(whose, photo);
    photographed = whose;
    return true;
  }

  RowResult result(Batch.Missed missed) {
    boolean lost = photographed != null && missed.photos().contains(photographed);
    ImportedRow told = refused == null ? row : row.with(refused);
    return new RowResult(
        lost ? told.with(ProblemCode.PHOTO_UNREADABLE) : told, outcome(missed), lost);
  }

  private Outcome outcome(Batch.Missed missed) {
    boolean lost =
        (contact != null && further == null && missed.contacts().contains(contact))
            || (company != null && missed.companies().contains(company));
    return lost ? Outcome.CHANGED_MEANWHILE : outcome;
  }
}
