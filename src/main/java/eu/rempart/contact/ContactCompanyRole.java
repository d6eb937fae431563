package eu.rempart.contact;

/** What a person is in decisions of a company. The names are those in the table. */
public enum ContactCompanyRole {
  DECISION_MAKER,
  EVALUATOR,
  INFLUENCER,
  ASSISTANT,
  BILLING,
  TECHNICAL,
  OTHER
}
