package eu.rempart.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import eu.rempart.bench.SyntheticPeople;
import eu.rempart.bench.SyntheticPerson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A thousand people of the demo, and a thousand of a file, of whom nothing may be seen. */
final class Sample {

  private static final int SIZE = 1_000;

  /** The demo's own; the search on the screen proves that these are its people. */
  private static final long DEMO_SEED = 20_260_101;

  private static final int DEMO_CONTACTS = 3_000;

  private Sample() {}

  /** Names, e-mails and phones, in the ways they are written, and the administrator's own. */
  static Needles needles() {
    Needles needles = new Needles();
    for (int i = 0; i < SIZE; i++) {
      SyntheticPerson person = demo(i);
      needles.add(person.firstName());
      needles.add(person.lastName());
      needles.add(person.firstName() + " " + person.lastName());
      needles.add(person.email());
      needles.add(person.phone());
      needles.add(person.phone().substring(1)); // as it is dialled, without the plus sign
    }
    addImported(needles);
    needles.add(Installation.EMAIL);
    needles.add(Installation.PASSWORD);
    return needles;
  }

  private static SyntheticPerson demo(int i) {
    return new SyntheticPeople(DEMO_SEED).person((long) i * DEMO_CONTACTS / SIZE);
  }

  private static FilePayload file() {
    return Wizard.table("Quetzalcoatlus", SIZE);
  }

  private static void addImported(Needles needles) {
    needles.add("Quetzalcoatlus");
    needles.add(file().name);
    new String(file().buffer, StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .forEach(
            line -> {
              String[] cells = line.split(",", -1);
              needles.add(cells[0] + " " + cells[1]);
              needles.add(cells[2]);
              needles.add(cells[3]);
              needles.add(cells[3].replace(" ", ""));
            });
  }

  /** People work with what is there: sign in, look for somebody, bring the file in. */
  static void use(Installation installation) {
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.signIn();
      findSome(person);
      Wizard wizard = new Wizard(person);
      wizard.run(file());
      wizard.awaitState(person.t("exchange.run.done"));
    }
  }

  /** Signs in and finds some of the demo and the last one of the file. */
  static void find(Installation installation) {
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.signIn();
      findSome(person);
      person.open("/contacts");
      person.search("nr" + SIZE + ".quetzalcoatlus@example.org");
      assertThat(person.record("Nr" + SIZE + " Quetzalcoatlus")).isVisible();
    }
  }

  /** What of it is in the files of a folder. */
  static Set<String> in(Path folder, Needles needles) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        needles.in(Files.readAllBytes(file)).forEach(value -> found.add(file + ": " + value));
      }
    }
    return found;
  }

  private static void findSome(Person person) {
    for (int i = 0; i < SIZE; i += SIZE / 3) {
      SyntheticPerson known = demo(i);
      person.open("/contacts");
      person.search(known.firstName() + " " + known.lastName());
      assertThat(person.record(known.lastName()).first()).isVisible();
    }
  }
}
