package eu.rempart.bench;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.EmailAddress;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class SyntheticPeopleTest {

  @Test
  void theSameSeedAndNumberGiveTheSamePerson() {
    assertThat(new SyntheticPeople(1).person(42)).isEqualTo(new SyntheticPeople(1).person(42));
    assertThat(new SyntheticPeople(2).person(42)).isNotEqualTo(new SyntheticPeople(1).person(42));
  }

  @Test
  void fewSurnamesAreFrequentAndMostAreRare() {
    SyntheticPeople people = new SyntheticPeople(1);
    Map<String, Long> surnames =
        LongStream.range(0, 20_000)
            .mapToObj(number -> people.person(number).lastName())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertThat(surnames.get("Martin")).isGreaterThan(100);
    assertThat(surnames.values().stream().filter(count -> count == 1).count()).isGreaterThan(2_000);
  }

  @Test
  void everyEmailIsAnAddress() {
    SyntheticPeople people = new SyntheticPeople(3);
    assertThat(LongStream.range(0, 5_000).mapToObj(number -> people.person(number).email()))
        .allMatch(email -> EmailAddress.parse(email).isPresent());
  }
}
