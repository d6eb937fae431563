package eu.rempart.deal;

/** What a person is in the decision on a deal. The names are those in the table. */
public enum DealContactRole {
  DECISION_MAKER,
  EVALUATOR,
  INFLUENCER,
  OTHER
}
