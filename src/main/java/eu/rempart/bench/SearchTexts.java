package eu.rempart.bench;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people type who look for one of the synthetic people, and how others' SQL says it. */
final class SearchTexts {

  private final SyntheticPeople people;
  private final SplittableRandom random;
  private final int count;

  SearchTexts(SyntheticPeople people, SplittableRandom random, int count) {
    this.people = people;
    this.random = random;
    this.count = count;
  }

  /** As many texts as asked for, each about somebody at random. */
  List<String> texts(Function<SyntheticPerson, String> text, int many) {
    return Stream.generate(() -> text.apply(people.person(random.nextInt(count))))
        .limit(many)
        .toList();
  }

  String rare(SyntheticPerson person) {
    SyntheticPerson other = person;
    while (other.lastName().length() < 9) {
      other = people.person(random.nextInt(count));
    }
    return other.lastName();
  }

  String frequent() {
    return NameLists.FRANCE.surnames().get(random.nextInt(20));
  }

  static String letters(SyntheticPerson person, int length) {
    return person.lastName().substring(0, length);
  }

  static String inside(String word) {
    String longEnough = word.length() > 5 ? word : word + "steinbach";
    return longEnough.substring(1, 6);
  }

  static String typo(String word) {
    String w = word.length() < 6 ? word + "berger" : word;
    return w.substring(0, 3) + w.charAt(4) + w.charAt(3) + w.substring(5);
  }

  /** What finds the same rows: one letter or two begin a word, more may be anywhere. */
  static List<String> patterns(String text) {
    return Stream.of(text.split(" "))
        .map(word -> word.length() < 3 ? "% " + word + "%" : "%" + word + "%")
        .toList();
  }

  static String tsquery(String text) {
    return Stream.of(text.split(" "))
        .map(word -> "'" + word.replace("'", "''") + "':*")
        .collect(Collectors.joining(" & "));
  }
}
