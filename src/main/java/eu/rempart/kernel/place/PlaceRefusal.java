package eu.rempart.kernel.place;

import java.util.Locale;

/** Why nothing is sent to a place. */
public enum PlaceRefusal {
  /** Nobody said in which country it is. */
  NOT_DECLARED,
  /** What was said is no country. */
  NO_COUNTRY,
  /** The country is none of those that are allowed. */
  NOT_ALLOWED,
  /** The registries of addresses say another country, and that is not let pass. */
  ELSEWHERE;

  /** As texts name it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
