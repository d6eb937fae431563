package eu.rempart.journey.crm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.rempart.journey.Installation;
import eu.rempart.journey.MailedFirm;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;
import eu.rempart.journey.Wizard;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A mail is written from a template and goes out, the answer comes into a mailbox that files
 * itself, and both stand on the person's timeline; real servers take and give them.
 */
public class EmailJourneyIT {

  /** Opens the mailbox. */
  public static final String SECRET = "sesame-opens-this-box";

  private static final String ANSWER = "Yes to the visit";
  private static final int SECONDS = 60;

  private final Installation installation = MailedFirm.installation();

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#desk")
  void aMailGoesOutAndItsAnswerFilesItself(Way way) throws Exception {
    String family = "Postal" + way.toString().replace("-", "");
    String address = "lena@" + family.toLowerCase(Locale.ROOT) + ".example";
    String own = "box-" + way + "@firm.example";
    GreenMailUser box = MailedFirm.SERVERS.green().setUser(own, own, SECRET);
    try (Person person = Person.at(installation, way)) {
      person.signIn();
      bringLena(person, family, address);
      correspond(person, new Exchange(family, address, own, "Thanks " + way, ANSWER), box);
      assertThat(person.button("email.answer")).isVisible();
      assertThat(card(person, "Thanks, Lena")).isVisible();
      person.picture("email-timeline");

      remove(person, own);
      assertThat(person.complaints()).isEmpty();
    }
  }

  /**
   * A mail and its answer.
   *
   * @param family of Lena, to whom it goes
   * @param own the address of the mailbox
   * @param template how the text is called that it begins with
   * @param answer what the answer is about
   */
  public record Exchange(
      String family, String address, String own, String template, String answer) {}

  /** Sends a mail, brings the answer, and ends on the timeline where both stand. */
  public static void correspond(Person person, Exchange mails, GreenMailUser box) throws Exception {
    write(person, mails.template());
    String lena = send(person, mails.family(), mails.address(), mails.template());
    addMailbox(person, mails.own());
    answer(box, mails.address(), mails.own(), mails.answer());
    looksIn(person, lena, mails.answer());
  }

  public static void bringLena(Person person, String family, String address) {
    Wizard wizard = new Wizard(person);
    wizard.bring(Wizard.file(family, "Lena,%s,%s,+33 1 70 18 99 00".formatted(family, address)));
    wizard.next();
    wizard.next();
    wizard.awaitPreview();
    wizard.start();
    wizard.awaitState(person.t("exchange.run.done"));
  }

  private static void write(Person person, String template) {
    person.goTo("/emails");
    person.button("email.template.new").click();
    Locator lines = person.dialog().locator("vaadin-text-field input");
    Person.type(lines.nth(0), template);
    Person.type(lines.nth(1), "Thanks, {{contact.firstName}}");
    Person.type(
        person.dialog().locator("textarea"), "Dear {{contact.firstName}}, thank you for coming.");
    person.dialogButton("email.template.save").click();
    person.isTold(person.t("email.template.saved"));
    person.sees(template);
    person.picture("email-template");
  }

  /** Sends the template to the person, and ends on her timeline. */
  private static String send(Person person, String family, String address, String template)
      throws Exception {
    person.goTo("/contacts");
    person.search(family);
    person.openRecord("Lena " + family);
    person.tab("timeline.tab").click();
    person.button("email.write").click();
    assertThat(person.field("email.compose.to")).hasValue(address);
    person.main().getByLabel(person.t("email.compose.template")).first().click();
    person
        .page()
        .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(template).setExact(true))
        .click();
    assertThat(person.field("email.field.body")).not().hasValue("");
    person.picture("email-writing");
    person.button("email.send").click();
    person.isTold(person.t("email.queued"));
    assertThat(card(person, "Thanks, Lena")).isVisible();
    MimeMessage sent = MailedFirm.mail(address, "Thanks, Lena");
    assertThat(String.valueOf(sent.getContent())).contains("Dear Lena, thank you for coming.");
    return person.page().url();
  }

  /** Tries a wrong password first, and is told what the server says to it. */
  private static void addMailbox(Person person, String own) {
    person.goTo("/emails");
    person.button("mailbox.new").click();
    Person.type(input(person, "mailbox.field.address"), own);
    Person.type(input(person, "mailbox.field.host"), "localhost");
    Person.type(input(person, "mailbox.field.port"), String.valueOf(MailedFirm.SERVERS.imaps()));
    Person.type(input(person, "mailbox.field.password"), "not-the-right-one");
    person.dialogButton("mailbox.test").click();
    Locator told = person.dialog().locator(".email-answer");
    assertThat(told).containsText(person.t("mailbox.fault.CREDENTIALS"));
    assertThat(told.locator(".email-said")).containsText("Invalid login/password");
    person.picture("email-wrong-password");
    Person.type(input(person, "mailbox.field.password"), SECRET);
    person.dialogButton("mailbox.test").click();
    assertThat(told).containsText(person.t("mailbox.opens", 1));
    person.dialogButton("mailbox.save").click();
    person.isTold(person.t("mailbox.saved"));
    person.sees(own);
    person.picture("email-mailbox");
  }

  private static Locator input(Person person, String key) {
    return person
        .dialog()
        .getByLabel(person.t(key), new Locator.GetByLabelOptions().setExact(true));
  }

  private static void answer(GreenMailUser box, String from, String to, String subject)
      throws Exception {
    MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
    mail.setFrom(from);
    mail.setRecipients(MimeMessage.RecipientType.TO, to);
    mail.setSubject(subject);
    mail.setHeader(
        "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(OffsetDateTime.now(ZoneOffset.UTC)));
    mail.setText("Come on Thursday at ten.");
    mail.saveChanges();
    box.deliver(mail);
  }

  /** Lets the mailbox be read, and waits on the person's timeline until the mail stands there. */
  private static void looksIn(Person person, String lena, String subject) {
    for (int seconds = 0; seconds < SECONDS; seconds += 2) {
      person.goTo("/emails");
      person.button("mailbox.look").click();
      person.isTold(person.t("mailbox.looking"));
      person.page().waitForTimeout(2_000);
      person.page().navigate(lena);
      assertThat(card(person, "Thanks, Lena")).isVisible();
      if (card(person, subject).count() > 0) {
        break;
      }
    }
    assertThat(card(person, subject)).containsText("Come on Thursday at ten.");
    assertThat(card(person, subject)).containsText(person.t("email.state.RECEIVED"));
  }

  private static void remove(Person person, String own) {
    person.goTo("/emails");
    person.button("mailbox.remove", own).click();
    person.answer("mailbox.remove.yes");
    person.seesNot(own);
  }

  private static Locator card(Person person, String subject) {
    return person
        .main()
        .locator(".email-card")
        .filter(new Locator.FilterOptions().setHasText(subject));
  }
}
