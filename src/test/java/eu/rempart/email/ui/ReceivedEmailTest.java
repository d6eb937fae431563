package eu.rempart.email.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import eu.rempart.account.Role;
import eu.rempart.contact.ui.ContactNavigation;
import eu.rempart.email.Attachment;
import eu.rempart.email.Direction;
import eu.rempart.email.Email;
import eu.rempart.email.EmailContent;
import eu.rempart.email.EmailState;
import eu.rempart.email.NewEmail;
import eu.rempart.richtext.RichText;
import eu.rempart.shell.rich.RichTextView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people see of the e-mails that others sent, and what they do with them. */
class ReceivedEmailTest extends WithEmailScreens {

  @Test
  void markupOfStrangersRunsAndLoadsNothing() {
    Known eve = known("Eve", "Evil");
    receive(
        eve,
        "<p>Hi<img src=\"https://track.example/p.gif\" onerror=\"x()\"></p><script>x()</script>"
            + "<style>p{background:url(https://track.example)}</style>"
            + "<a href=\"javascript:x()\">click</a><form action=\"https://evil\"><input></form>"
            + "<iframe src=\"https://evil.example\"></iframe>");
    open(eve);
    click("Show all");

    String html =
        find(RichTextView.class)
            .single()
            .getChildren()
            .findFirst()
            .orElseThrow()
            .getElement()
            .getProperty("innerHTML");
    assertThat(html)
        .contains("Hi", "click")
        .doesNotContain("track.example", "script", "onerror", "style", "javascript", "iframe")
        .doesNotContain("form");
    assertThat(card().getElement().getOuterHTML()).doesNotContain("track.example");
    assertThat(card().getElement().getOuterHTML()).contains("huge.zip: not kept");
  }

  @Test
  void picturesThatLieInAMailAreShown() {
    Known kim = known("Kim", "Logo");
    receive(
        kim,
        "<p>Hi<img alt=Logo src=\"data:image/jpeg;base64,/9j/AA==\">"
            + "<img src=\"https://track.example/p.gif\"></p>");
    open(kim);
    click("Show all");

    assertThat(
            find(RichTextView.class)
                .single()
                .getChildren()
                .findFirst()
                .orElseThrow()
                .getElement()
                .getProperty("innerHTML"))
        .contains("<img alt=\"Logo\" src=\"data:image/jpeg;base64,/9j/AA==\"")
        .doesNotContain("track.example");
  }

  @Test
  void markupIsReadNoSoonerThanItIsShown() {
    Known kim = known("Kim", "Later");
    receive(kim, "<p>Hi <b>there</b></p>");
    Email listed = on(kim.ref()).getFirst();
    assertThat(listed.marked()).isTrue();
    assertThat(content(listed).html()).isNull();
    assertThat(content(emails.find(listed.id()).orElseThrow()).html()).contains("there");

    open(kim);
    emails.archive(listed.id());
    click("Show all");
    assertThat(find(RichTextView.class).exists()).isFalse();
    assertThat(isShown(card(), "Hi click")).isTrue();
  }

  @Test
  void markupThatGrowsTooLongWhenItIsCleanedIsShownAsText() {
    Known kim = known("Kim", "Long");
    receive(kim, "<p>" + "&".repeat(RichText.MAX_READ - 20) + "</p>");
    open(kim);
    click("Show all");

    assertThat(find(RichTextView.class).exists()).isFalse();
    assertThat(isShown(card(), "Hi click")).isTrue();
  }

  private void receive(Known from, String html) {
    emails.file(
        new NewEmail(
            UUID.randomUUID(),
            Direction.IN,
            EmailState.RECEIVED,
            Instant.now(),
            new EmailContent(
                "Eve <" + from.address() + ">",
                List.of(ADMIN),
                List.of(),
                "Offer",
                "Hi click",
                html,
                "<1@client.example>",
                List.of(),
                null,
                List.of(new Attachment("huge.zip", null, Attachment.Why.TOO_LARGE)))),
        List.of(from.ref()));
  }

  @Test
  void aReceivedMailIsAnswered() throws Exception {
    Known eve = known("Eve", "Asks");
    receive(eve, "<p>Hi</p>");
    open(eve);
    press("Answer");
    assertThat(find(TextField.class).withLabel("To").single().getValue()).isEqualTo(eve.address());
    text().setValue("Thank you");
    click("Send");

    assertThat(SERVERS.green().waitForIncomingEmail(10_000, 1)).isTrue();
    var message = SERVERS.green().getReceivedMessages()[0];
    assertThat(message.getSubject()).isEqualTo("Re: Offer");
    assertThat(message.getHeader("In-Reply-To")).containsExactly("<1@client.example>");
  }

  @Test
  void anAnswerThatIsBegunLeavesAMailThatIsBegunAsItIs() {
    Known eve = known("Eve", "Both");
    receive(eve, "<p>Hi</p>");
    open(eve);
    click("Send an email");
    fill("Subject", "Of my own");
    text().setValue("Half a thought");
    press("Answer");
    text().setValue("Half an answer");

    open(eve);
    assertThat(text().getValue()).isEqualTo("Half a thought");
    press("Answer");
    assertThat(text().getValue()).isEqualTo("Half an answer");
    click("Cancel");
    confirm();

    open(eve);
    assertThat(text().getValue()).as("only the answer is given up").isEqualTo("Half a thought");
    press("Answer");
    assertThat(text().getValue()).isEmpty();
  }

  @Test
  void readersSeeMailsAndNoButtons() {
    Known eve = known("Eve", "Read");
    receive(eve, "<p>Hi</p>");
    actAs(Role.READER);
    UI.getCurrent()
        .navigate(ContactNavigation.details(eve.id()), QueryParameters.of("tab", "timeline"));
    roundTrip();
    assertThat(find(Article.class).all()).hasSize(1);
    assertThat(offers("Send an email")).isFalse();
    assertThat(
            find(Button.class)
                .withCondition(b -> b.getAriaLabel().filter("Answer"::equals).isPresent())
                .exists())
        .isFalse();
  }
}
