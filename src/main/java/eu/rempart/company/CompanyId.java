package eu.rempart.company;

import java.util.UUID;

/** The id of a company. */
public record CompanyId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
