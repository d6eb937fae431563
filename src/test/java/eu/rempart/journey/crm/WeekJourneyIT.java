package eu.rempart.journey.crm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import eu.rempart.journey.Axe;
import eu.rempart.journey.Installation;
import eu.rempart.journey.MailedFirm;
import eu.rempart.journey.Person;
import eu.rempart.journey.Records;
import eu.rempart.journey.Way;
import eu.rempart.journey.Wizard;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One working week of somebody who sells: a fair's address book comes in, a call and a meeting are
 * planned and held, a deal is quoted by mail and won, the figures tell it; and whatever was
 * archived on the way comes back.
 */
class WeekJourneyIT {

  private static final String AGREED = "They take 12 roofs before Easter";

  private final Installation installation = MailedFirm.installation();
  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#two")
  void aWeekFromTheFairToTheFigures(Way way) throws Exception {
    WeekNames names = WeekNames.of(way);
    try (Person person = Person.at(installation, way)) {
      person.signIn();
      writeLetterhead(person);
      importFair(person, names);
      String anna = archiveTheWrongOneAndFind(person, names);
      planAndCall(person, names, anna);
      planAndMeet(person, names, anna);
      WeekSale sale = new WeekSale(person, names);
      String deal = sale.open();
      sale.quote(deal);
      mail(person, names, anna);
      sale.win(deal);
      report(person, names);
      archiveMore(person, names, deal);
      allComesBack(person, names, anna, deal);
      assertThat(person.complaints()).isEmpty();
    }
  }

  /** What an administrator does once, before the first quote goes out. */
  private static void writeLetterhead(Person person) {
    person.goTo("/letterhead");
    Person.type(person.field("letterhead.field.name"), "Slaters of the Loire");
    choose(person, person.main(), "letterhead.field.country", "France");
    Person.type(person.field("letterhead.field.vat_number"), "FR40303265045");
    person.button("letterhead.save").click();
    person.isTold(person.t("letterhead.saved"));
  }

  static void choose(Person person, Locator among, String key, String text) {
    Person.type(
        among.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(person.t(key))),
        text);
    person
        .page()
        .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(text).setExact(true))
        .first()
        .click();
  }

  private static void importFair(Person person, WeekNames names) {
    String rows =
        """
        First name,Last name,E-mail,Phone,Company
        Anna,%1$s,%2$s,+33 1 70 18 99 00,%3$s
        Paul,%1$s,paul@%1$s.example,+33 1 70 18 99 01,%3$s
        Marie,%1$s,marie@%1$s.example,+33 1 70 18 99 02,%3$s
        """
            .formatted(names.family(), names.email(), names.company());
    Wizard wizard = new Wizard(person);
    wizard.run(new FilePayload("fair.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)));
    wizard.awaitState(person.t("exchange.run.done"));
  }

  /** Archives whom the firm does not want to know, and ends on the page of the one it does. */
  private static String archiveTheWrongOneAndFind(Person person, WeekNames names) {
    person.goTo("/contacts");
    person.search(names.paul());
    person.openRecord(names.paul());
    person.button("contact.archive").click();
    if (person.question().isVisible()) {
      person.answer("contact.archive");
    }
    person.isTold(person.t("contact.archived", 1));
    person.goTo("/contacts");
    person.search(names.family());
    assertThat(person.record(names.family())).hasCount(2);
    person.openRecord(names.anna());
    person.sees(names.company());
    person.picture("week-contact");
    return person.recordUrl();
  }

  /** Writes a call down for today, makes it from the first screen, and keeps what was said. */
  private static void planAndCall(Person person, WeekNames names, String anna) {
    plan(person, "activity.kind.CALL", names.call(), "");
    person.goTo("/");
    person.sees(names.call());
    person.picture("week-monday");
    person.button("activity.mark.done.of", names.call()).click();
    person.isTold(person.t("activity.done", 1));

    person.page().navigate(anna);
    person.tab("timeline.tab").click();
    person.button("note.write").click();
    person.main().locator("rempart-rich-text [role=textbox]").pressSequentially(AGREED);
    person.button("note.save").click();
    assertThat(note(person)).isVisible();
    person.picture("week-note");
    person.button("note.archive").click();
    person.isTold(person.t("note.archived"));
    assertThat(note(person)).hasCount(0);
    person.tab("contact.tab.details").click();
  }

  /** Writes a meeting down with its hour, sees it in the calendar, holds and archives it. */
  private void planAndMeet(Person person, WeekNames names, String anna) {
    plan(person, "activity.kind.MEETING", names.meeting(), "14:30");
    person.goTo("/calendar?way=DAY&day=" + today);
    Locator entry = person.main().locator("rempart-calendar").getByText(names.meeting()).first();
    assertThat(entry).isVisible();
    person.picture("week-calendar");
    entry.click();
    assertThat(person.heading()).hasText(names.meeting());
    person.sees(names.anna());
    person.button("activity.mark.done").click();
    person.isTold(person.t("activity.done", 1));
    person.button("activity.archive").click();
    person.isTold(person.t("activity.archived", 1));
    person.page().navigate(anna);
    person.sees(names.call());
    person.seesNot(names.meeting());
  }

  private static void plan(Person person, String kind, String subject, String time) {
    person.button("activity.add").first().click();
    Locator dialog = person.dialog();
    dialog
        .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(person.t(kind)))
        .check();
    Person.type(dialog.getByLabel(person.t("activity.field.subject")).first(), subject);
    dialog.getByLabel(person.t("activity.form.date")).first().click();
    person.button("shell.field.today").click();
    if (!time.isEmpty()) {
      Locator hour = dialog.getByLabel(person.t("activity.form.time")).first();
      Person.type(hour, time);
      hour.press("Enter");
    }
    person.settle();
    person.picture("week-plan");
    person.dialogButton("activity.save").click();
    person.isTold(person.t("activity.created"));
    person.sees(subject);
  }

  /** Sends the quote from its page to Anna, who gets it, and puts the mail on her page away. */
  private static void mail(Person person, WeekNames names, String anna) throws Exception {
    String quote = person.recordUrl();
    person.button("email.quote.send").click();
    Locator form = person.dialog();
    Person.type(form.getByLabel(person.t("email.compose.to"), exact()), names.email());
    Person.type(form.getByLabel(person.t("email.field.subject"), exact()), names.mail());
    Person.type(form.getByLabel(person.t("email.field.body"), exact()), "Our quote, as we said.");
    assertThat(form.locator(".email-files-list li")).containsText(Pattern.compile("\\.pdf"));
    person.settle();
    person.picture("week-send");
    Axe.findsNothing(person);
    person.dialogButton("email.send").click();
    person.isTold(person.t("email.queued"));
    assertThat(card(person, names.mail())).isVisible();
    MimeMultipart parts = (MimeMultipart) MailedFirm.mail(names.email(), names.mail()).getContent();
    byte[] pdf = parts.getBodyPart(1).getInputStream().readAllBytes();
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    person.page().navigate(quote);
    assertThat(person.main().locator(".email-quote-sent li")).containsText(names.email());
    person.picture("week-sent");

    person.page().navigate(anna);
    person.tab("timeline.tab").click();
    Locator card = card(person, names.mail());
    assertThat(card).isVisible();
    person.picture("week-mail");
    person.button("email.archive").click();
    person.isTold(person.t("email.archived"));
    assertThat(card).hasCount(0);
  }

  /** The won deal stands in the figures, which lead to it. */
  private static void report(Person person, WeekNames names) {
    person.goTo("/figures");
    Locator won = person.main().locator("rempart-columns").first();
    assertThat(won.locator("tbody tr").last()).containsText(Pattern.compile("[1-9]"));
    person.settle();
    person.picture("week-figures");
    Locator chart = won.locator("svg");
    chart.focus();
    chart.press("ArrowLeft"); // the newest month
    chart.press("Enter");
    assertThat(person.page()).hasURL(Pattern.compile(".*/deals/list.*"));
    assertThat(person.record(names.deal()).first()).isVisible();
    person.picture("week-won-list");
  }

  private static void archiveMore(Person person, WeekNames names, String deal) {
    person.page().navigate(deal);
    assertThat(person.heading()).hasText(names.deal());
    person.button("deal.archive").click();
    person.isTold(person.t("deal.archived", 1));
    person.page().navigate(deal);
    person.sees(person.t("archive.page.look"));
  }

  private static void allComesBack(Person person, WeekNames names, String anna, String deal) {
    restore(person, names.paul());
    restore(person, names.meeting());
    restore(person, AGREED);
    restore(person, names.mail());
    restore(person, names.dearer());
    restore(person, names.deal());

    person.page().navigate(anna);
    person.sees(names.meeting());
    person.tab("timeline.tab").click();
    assertThat(note(person)).isVisible();
    assertThat(card(person, names.mail())).isVisible();
    person.picture("week-came-back");
    person.page().navigate(deal);
    assertThat(person.heading()).hasText(names.deal());
    person.sees(names.dearer());
    person.sees(names.company());
    person.goTo("/contacts");
    person.search(names.family());
    assertThat(person.record(names.family())).hasCount(3);
  }

  private static void restore(Person person, String name) {
    Records.chooseInBin(person, name);
    person.button("archive.restore").first().click();
    person.dialogButton("archive.restore").click();
    assertThat(person.dialog()).hasCount(0);
    assertThat(person.main().getByRole(AriaRole.CHECKBOX)).hasCount(0);
  }

  private static Locator.GetByLabelOptions exact() {
    return new Locator.GetByLabelOptions().setExact(true);
  }

  private static Locator card(Person person, String subject) {
    return person.main().locator(".email-card").filter(holds(subject));
  }

  private static Locator note(Person person) {
    return person.main().locator(".note-card").filter(holds(AGREED));
  }

  private static Locator.FilterOptions holds(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
