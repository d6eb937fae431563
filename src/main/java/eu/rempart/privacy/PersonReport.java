package eu.rempart.privacy;

import java.util.List;

/**
 * What is kept of a person.
 *
 * @param places what is theirs, and goes when they are erased
 * @param drafts forms that somebody began to fill in and did not save
 */
public record PersonReport(List<Occurrence> places, int drafts) {

  public PersonReport {
    places = List.copyOf(places);
  }
}
