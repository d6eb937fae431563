package eu.rempart.exchange.csv;

import eu.rempart.common.AddressKind;
import eu.rempart.exchange.value.AddressDraft;
import eu.rempart.exchange.value.CompanyDraft;
import eu.rempart.exchange.value.PersonDraft;
import eu.rempart.exchange.value.Problems;
import eu.rempart.exchange.value.ReachDraft;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was gathered of the row that is being read. */
final class RowState {

  final List<String> cells;
  final Problems problems;
  final PersonDraft person;
  final CompanyDraft company;
  private final Map<String, AddressDraft> addresses = new HashMap<>(4);

  String jobTitle = "";
  String role = "";
  String birthYear = "";
  String birthMonth = "";
  String birthDay = "";
  String companyIds = "";
  boolean deleted;

  /** The row is about a company, whatever its columns are called. */
  boolean isCompany;

  /** Odoo's kind of the row's address; billing and shipping belong to the company. */
  @Nullable AddressKind addressType;

  RowState(List<String> cells, Problems problems) {
    this.cells = cells;
    this.problems = problems;
    this.person = new PersonDraft(problems);
    this.company = new CompanyDraft(problems);
  }

  /** Whether the row of such an address names a person, who is more than an address. */
  boolean namesSomebody;

  /** Who the columns of a person's contacts are about. */
  ReachDraft subject() {
    return isAboutCompany() ? company : person;
  }

  boolean isAboutCompany() {
    return isCompany || (isAddressOfCompany() && !namesSomebody);
  }

  /** Whether the row's address is one of the company's, for invoices or goods. */
  boolean isAddressOfCompany() {
    return addressType == AddressKind.BILLING || addressType == AddressKind.SHIPPING;
  }

  /** Whose the row's address is. */
  ReachDraft addressee() {
    return isAddressOfCompany() ? company : subject();
  }

  AddressDraft address(String group, ReachDraft owner, @Nullable AddressKind kind) {
    var known = addresses.get(group);
    if (known == null) {
      known = owner.address().kind(kind);
      addresses.put(group, known);
    }
    return known;
  }
}
