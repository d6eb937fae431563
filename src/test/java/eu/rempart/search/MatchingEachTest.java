package eu.rempart.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What very many share hides nobody, and brings no more than asked for. */
final class MatchingEachTest {

  private final People people = new People();

  private UUID tagged(String... tags) {
    return people.put(People.person("Lea").withAll(People.TAG, List.of(tags)));
  }

  @Test
  void ofWhatVeryManyShareNoMoreAreFoundThanAskedForAndWhoeverElseIsMeant() {
    for (int i = 0; i < 1_500; i++) {
      tagged("reception");
    }
    UUID alone = tagged("alone");
    UUID both = tagged("reception", "both");
    try (OpenIndex open = OpenIndex.ready(people)) {
      var search = new KindSearch(open.index, "person");

      List<UUID> found =
          search.matchingEach(People.TAG, List.of("reception", "alone", "both", "nobody"), 5);

      assertThat(found).hasSizeBetween(6, 7).doesNotHaveDuplicates().contains(alone, both);
    }
  }

  @Test
  void ofFewAllAreFound() {
    List<UUID> twelve = Stream.generate(() -> tagged("few")).limit(12).toList();
    tagged("other");
    try (OpenIndex open = OpenIndex.ready(people)) {
      var search = new KindSearch(open.index, "person");

      assertThat(search.matchingEach(People.TAG, List.of("few"), 5))
          .containsExactlyInAnyOrderElementsOf(twelve);
      assertThat(search.matchingEach(People.TAG, List.of(), 5)).isEmpty();
    }
  }
}
