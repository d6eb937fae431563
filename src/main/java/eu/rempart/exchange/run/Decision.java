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
import eu.rempart.exchange.format.ImportedRow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to become of one row; an update is settled once its record has been read. */
final class Decision {

  /** Adds the links of a row that the contact lacks. */
  interface LinkAdder {
    void add(
        ImportedRow row,
        ContactId contact,
        List<CompanyId> employers,
        Set<CompanyId> linked,
        Batch batch);
  }

  final ImportedRow row;
  final @Nullable ContactId contact;
  final @Nullable CompanyId company;
  private final ContactData contactData;
  private final CompanyData companyData;
  private final List<CompanyId> employers;
  private Outcome outcome;

  Decision(ImportedRow row, Outcome outcome) {
    this(row, outcome, null, null, ContactData.EMPTY, CompanyData.EMPTY, List.of());
  }

  private Decision(
      ImportedRow row,
      Outcome outcome,
      @Nullable ContactId contact,
      @Nullable CompanyId company,
      ContactData contactData,
      CompanyData companyData,
      List<CompanyId> employers) {
    this.row = row;
    this.outcome = outcome;
    this.contact = contact;
    this.company = company;
    this.contactData = contactData;
    this.companyData = companyData;
    this.employers = employers;
  }

  static Decision contact(
      ImportedRow row, ContactId id, ContactData data, List<CompanyId> employers) {
    return new Decision(row, Outcome.UPDATED, id, null, data, CompanyData.EMPTY, employers);
  }

  static Decision company(ImportedRow row, CompanyId id, CompanyData data) {
    return new Decision(row, Outcome.UPDATED, null, id, ContactData.EMPTY, data, List.of());
  }

  /** Puts the changes of an update into the batch, or finds that there are none. */
  void settle(
      Map<ContactId, Contact> people,
      Map<CompanyId, Company> firms,
      Map<ContactId, Set<CompanyId>> linked,
      Batch batch,
      LinkAdder links) {
    try {
      if (contact != null) {
        settleContact(people.get(contact), linked.getOrDefault(contact, Set.of()), batch, links);
      } else if (company != null) {
        settleCompany(firms.get(company), batch);
      }
    } catch (InvalidFieldException e) {
      outcome = Outcome.REFUSED;
    }
  }

  private void settleContact(
      @Nullable Contact current, Set<CompanyId> linked, Batch batch, LinkAdder links) {
    if (current == null) {
      outcome = Outcome.CHANGED_MEANWHILE;
      return;
    }
    ContactData merged = Records.merge(current.data(), contactData);
    ContactRules.check(merged);
    int before = batch.newLinks.size();
    links.add(row, current.id(), employers, linked, batch);
    boolean same = merged.equals(current.data());
    if (!same) {
      batch.contactChanges.put(current, merged);
    }
    outcome = same && batch.newLinks.size() == before ? Outcome.UNCHANGED : Outcome.UPDATED;
  }

  private void settleCompany(@Nullable Company current, Batch batch) {
    if (current == null) {
      outcome = Outcome.CHANGED_MEANWHILE;
      return;
    }
    CompanyData merged = Records.merge(current.data(), companyData);
    CompanyRules.check(current.id(), merged);
    if (merged.equals(current.data())) {
      outcome = Outcome.UNCHANGED;
    } else {
      batch.companyChanges.put(current, merged);
    }
  }

  Outcome outcome(Batch.Missed missed) {
    boolean lost =
        (contact != null && missed.contacts().contains(contact))
            || (company != null && missed.companies().contains(company));
    return lost ? Outcome.CHANGED_MEANWHILE : outcome;
  }
}
