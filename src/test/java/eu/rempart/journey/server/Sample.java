package eu.rempart.journey.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import eu.rempart.bench.SyntheticPeople;
import eu.rempart.bench.SyntheticPerson;
import eu.rempart.journey.Colleague;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Needles;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;
import eu.rempart.journey.Wizard;
import eu.rempart.journey.crm.QuoteJourneyIT;
import eu.rempart.journey.crm.TogetherJourneyIT;
import eu.rempart.picture.Photo;
import eu.rempart.picture.PictureRefusedException;
import eu.rempart.picture.TestPictures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A thousand people of the demo, and a thousand of a file, of whom nothing may be seen. */
final class Sample {

  private static final int SIZE = 1_000;

  /** The demo's own; the search on the screen proves that these are its people. */
  private static final long DEMO_SEED = 20_260_101;

  private static final int DEMO_CONTACTS = 3_000;

  /** What people wrote about a deal: its name, why it was lost, where it came from, and more. */
  private static final List<String> DEAL =
      List.of("Quagmire bridge", "Zebrawood was dearer", "Yonder fair", "Vexing hawser clause");

  private static final List<String> NOTE = List.of("Wombat allergy", "Never mention xylophones");

  /** Its name, and what is in it. */
  private static final FilePayload DOCUMENT =
      new FilePayload(
          "Jackfruit treaty.txt",
          "text/plain",
          "Signed under the Ypsilon clock. ".repeat(9_000).getBytes(StandardCharsets.UTF_8));

  private static final String TAG = "Wainscot regatta";

  /** Who joins by an invitation, and who does not come. */
  private static final Colleague JOINED =
      new Colleague("Quirina Zwetschge", "quirina@zwetschge.test", "neun-blaue-kiesel-rollen");

  private static final Colleague INVITED =
      new Colleague("Wendelin Xanten", "wendelin@xanten.test", "kommt-nie-durch-diese-tuer");

  /** What administrators call a team and a role, and what a person agreed to. */
  private static final List<String> TOGETHER =
      List.of("Zirconium squad", "Pangolin warden", "Quillwort bulletin");

  /** What people wrote about an activity: its subject, its place, what was said. */
  private static final List<String> ACTIVITY =
      List.of("Xylograph haggling", "Yurt by the sluice", "Jovial zither promise");

  /** What is offered: its title, to whom, and what for. */
  private static final List<String> QUOTE =
      List.of("Kumquat ferry", "Umbel sluice AG", "Varnished quoin");

  /** A text that e-mails begin with: its name, its subject, its words. */
  private static final List<String> TEMPLATE =
      List.of("Gazebo greeting", "Your zeppelin visit", "Yours in marzipan");

  private static final FilePayload PHOTO =
      new FilePayload("sigrid.jpg", "image/jpeg", TestPictures.noise(700, 500));

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
    DEAL.forEach(needles::add);
    NOTE.forEach(needles::add);
    needles.add("Jackfruit treaty");
    needles.add("Signed under the Ypsilon clock");
    ACTIVITY.forEach(needles::add);
    TOGETHER.forEach(needles::add);
    QUOTE.forEach(needles::add);
    TEMPLATE.forEach(needles::add);
    needles.add(TAG);
    addPhoto(needles);
    SampleOffice.addTo(needles);
    for (Colleague colleague : List.of(JOINED, INVITED)) {
      needles.add(colleague.name());
      needles.add(colleague.email());
      needles.add(colleague.password());
    }
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

  /** What was brought, and what is made of it: always the same bytes. */
  private static void addPhoto(Needles needles) {
    try {
      Photo photo = TestPictures.reader().read(PHOTO.buffer);
      needles.addKey(middle(PHOTO.buffer), "the photo's file");
      needles.addKey(middle(photo.image().jpeg()), "the photo");
      needles.addKey(middle(photo.thumbnail().jpeg()), "the small photo");
    } catch (PictureRefusedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What tells one picture from another: their beginnings are much the same. */
  private static byte[] middle(byte[] bytes) {
    return Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length / 2 + 24);
  }

  /** Makes a tag, which nothing carries yet. */
  private static void makeTag(Person person) {
    person.goTo("/tags");
    Person.type(person.field("tag.new"), TAG);
    person.button("tag.add").click();
    person.sees(TAG);
  }

  private static void givePhoto(Person person) {
    String name = person.createContact("Sigrid", "Bildschirm", "");
    person.button("contact.photo.of", name).click();
    person.page().locator("vaadin-upload input[type=file]").setInputFiles(PHOTO);
    person.isTold(person.t("contact.photo.saved"));
    assertThat(person.main().locator(".avatar-large lazy-picture img")).isVisible();
  }

  /** Writes two notes on the page of the person with the photo, archives one, brings a file. */
  private static void remember(Person person) {
    person.tab("timeline.tab").click();
    for (String note : NOTE) {
      person.button("note.write").click();
      person.main().locator("rempart-rich-text [role=textbox]").pressSequentially(note);
      person.button("note.save").click();
      assertThat(person.main().locator(".note-card").getByText(note)).isVisible();
    }
    person.button("note.archive").first().click();
    person.isTold(person.t("note.archived"));
    person.tab("document.list.title").click();
    person.page().locator(".upload-choose input[type=file]").setInputFiles(DOCUMENT);
    assertThat(person.main().locator(".document-line")).hasCount(1);
  }

  /** People work with what is there: sign in, look for somebody, bring the file in, and more. */
  static void use(Installation installation) {
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.signIn();
      findSome(person);
      Wizard wizard = new Wizard(person);
      wizard.run(file());
      wizard.awaitState(person.t("exchange.run.done"));
      sell(person);
      plan(person);
      offer(person);
      givePhoto(person);
      TogetherJourneyIT.consent(person, TOGETHER.get(2));
      remember(person);
      TogetherJourneyIT.team(person, TOGETHER.get(0));
      TogetherJourneyIT.role(person, TOGETHER.get(1));
      makeTag(person);
      SampleOffice.use(person);
      String link = JOINED.invitedBy(person, "account.role.reader");
      try (Person joining = Person.at(installation, Way.DESKTOP_ENGLISH)) {
        JOINED.join(joining, link);
      }
      INVITED.invitedBy(person, "account.role.member");
    }
  }

  /** Writes a deal down and gives it up. */
  private static void sell(Person person) {
    person.goTo("/deals");
    person.button("deal.add").first().click();
    Person.type(person.dialog().getByLabel(person.t("deal.field.name")).first(), DEAL.get(0));
    person
        .dialog()
        .locator("vaadin-details-summary")
        .filter(new Locator.FilterOptions().setHasText(person.t("deal.form.more")))
        .click();
    Person.type(person.dialog().getByLabel(person.t("deal.field.source")), DEAL.get(2));
    Person.type(person.dialog().getByLabel(person.t("deal.field.description")), DEAL.get(3));
    person.dialogButton("deal.save").click();
    person.isTold(person.t("deal.created"));
    person.goTo("/deals/list");
    person.search(DEAL.get(0));
    person.openRecord(DEAL.get(0));
    person.sees(DEAL.get(3));
    person.button("deal.lose").click();
    Person.type(person.dialog().getByRole(AriaRole.TEXTBOX), DEAL.get(1));
    person.dialogButton("deal.lose").click();
    person.isTold(person.t("deal.lost"));
  }

  /** Issues a quote, and begins e-mails. */
  private static void offer(Person person) {
    person.goTo("/quotes");
    QuoteJourneyIT.write(person, QUOTE.get(0), QUOTE.get(1), QUOTE.get(2));
    person.button("quote.issue").click();
    person.answer("quote.issue");
    assertThat(person.button("quote.accept")).isVisible();
    person.goTo("/emails");
    person.button("email.template.new").click();
    Person.type(person.dialog().locator("vaadin-text-field input").nth(0), TEMPLATE.get(0));
    Person.type(person.dialog().locator("vaadin-text-field input").nth(1), TEMPLATE.get(1));
    Person.type(person.dialog().locator("textarea"), TEMPLATE.get(2));
    person.dialogButton("email.template.save").click();
    person.isTold(person.t("email.template.saved"));
  }

  /** Writes an activity down and does it. */
  private static void plan(Person person) {
    person.goTo("/activities");
    person.button("activity.add").first().click();
    Person.type(
        person.dialog().getByLabel(person.t("activity.field.subject")).first(), ACTIVITY.get(0));
    Person.type(person.dialog().getByLabel(person.t("activity.field.place")), ACTIVITY.get(1));
    Person.type(
        person.dialog().getByLabel(person.t("activity.field.description")), ACTIVITY.get(2));
    person.dialogButton("activity.save").click();
    person.isTold(person.t("activity.created"));
    person.search(ACTIVITY.get(0));
    person.openRecord(ACTIVITY.get(0));
    person.sees(ACTIVITY.get(2));
    person.button("activity.mark.done").click();
    person.isTold(person.t("activity.done", 1));
  }

  /** Signs in and finds some of the demo and the last one of the file. */
  static void find(Installation installation) {
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.signIn();
      findSome(person);
      person.goTo("/contacts");
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
      person.goTo("/contacts");
      person.search(known.firstName() + " " + known.lastName());
      assertThat(person.record(known.lastName()).first()).isVisible();
    }
  }
}
