package eu.rempart.company;

/** What a company is to us. The names are those in the table. */
public enum CompanyType {
  CUSTOMER,
  PROSPECT,
  PARTNER,
  SUPPLIER,
  COMPETITOR
}
