package eu.rempart.contact;

/** Why a person's data may be kept (GDPR, article 6, 1). The names are those in the table. */
public enum LawfulBasis {
  CONSENT,
  CONTRACT,
  LEGAL_OBLIGATION,
  LEGITIMATE_INTEREST
}
