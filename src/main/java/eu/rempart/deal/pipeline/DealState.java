package eu.rempart.deal.pipeline;

/** How a deal stands, which is what its stage is for. The names are those in the tables. */
public enum DealState {
  OPEN,
  WON,
  LOST
}
