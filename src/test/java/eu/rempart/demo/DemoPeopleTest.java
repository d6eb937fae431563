package eu.rempart.demo;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.contact.ContactData;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DemoPeopleTest {

  private final List<ContactData> contacts =
      IntStream.range(0, 2_000).mapToObj(new DemoPeople(7)::contact).toList();

  private Set<String> salutationsOf(String... firstNames) {
    List<String> wanted = List.of(firstNames);
    return contacts.stream()
        .filter(contact -> wanted.contains(contact.firstName()))
        .map(ContactData::salutation)
        .flatMap(java.util.stream.Stream::ofNullable)
        .collect(Collectors.toSet());
  }

  @Test
  void nobodyIsAddressedAsTheOtherSex() {
    assertThat(salutationsOf("Stefanie", "Claudia", "Sabine", "Ursula")).containsExactly("Frau");
    assertThat(salutationsOf("Wolfgang", "Jürgen", "Klaus", "Stefan")).containsExactly("Herr");
    assertThat(salutationsOf("Nathalie", "Sylvie", "Martine")).containsExactly("Mme");
    assertThat(salutationsOf("Pierre", "Jean", "Christophe")).containsExactly("M.");
    assertThat(salutationsOf("Elena", "Ioana", "Andreea")).containsExactly("Dna");
    assertThat(salutationsOf("Gheorghe", "Vasile")).containsExactly("Dl");
    assertThat(salutationsOf("Camille")).as("tells nothing").isEmpty();
  }

  @Test
  void jobsAreInTheCountrysLanguageAndInTheFormOfTheName() {
    SplittableRandom random = new SplittableRandom(1);
    Set<String> hers =
        IntStream.range(0, 200)
            .mapToObj(_ -> DemoWords.job("DE", "Stefanie", random))
            .collect(Collectors.toSet());
    assertThat(hers).contains("Geschäftsführerin").allMatch(job -> job.contains("in"));
    assertThat(hers).doesNotContain("Geschäftsführer", "Einkäufer", "Gérante");
  }
}
