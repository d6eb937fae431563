package eu.rempart.company.ui;

import eu.rempart.company.CompanyData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a company holds.
 *
 * @param wrongEmails typed as e-mail addresses, and none
 */
record CompanyTyped(CompanyData data, List<String> wrongEmails) {

  static final CompanyTyped EMPTY = of(CompanyData.EMPTY);

  CompanyTyped(CompanyData data, @Nullable List<String> wrongEmails) {
    this.data = data;
    this.wrongEmails = wrongEmails == null ? List.of() : List.copyOf(wrongEmails);
  }

  /** A company as it is kept, with nothing typed beside it. */
  static CompanyTyped of(CompanyData data) {
    return new CompanyTyped(data, List.of());
  }

  /** The same, with this in place of what the company itself says. */
  CompanyTyped with(CompanyData other) {
    return new CompanyTyped(other, wrongEmails);
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "CompanyTyped[hidden]";
  }
}
