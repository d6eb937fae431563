package eu.rempart.email.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.Patience;
import eu.rempart.account.Role;
import eu.rempart.account.right.FieldRule;
import eu.rempart.email.EmailState;
import eu.rempart.email.WithQuotesToSend;
import eu.rempart.email.template.EmailTemplate;
import eu.rempart.email.template.TemplateService;
import eu.rempart.quote.Quote;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.ui.QuoteNavigation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A quote that is sent from its page. */
class QuoteSendingTest extends WithQuotesToSend {

  @Autowired private TemplateService templates;

  private void show(QuoteId id) {
    open(QuoteNavigation.details(id), "");
  }

  private String value(String label) {
    return find(TextField.class).withLabel(label).all().getLast().getValue();
  }

  private TextArea body() {
    return find(TextArea.class).withLabel("Text").all().getLast();
  }

  private List<String> files() {
    return find(ListItem.class, find(AttachedFiles.class).all().getLast()).all().stream()
        .map(item -> item.getElement().getTextRecursively().strip())
        .toList();
  }

  private void awaitSent(Quote quote) {
    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .until(() -> on(ref(quote)).getFirst().state() == EmailState.SENT);
  }

  @Test
  void theFormOpensWithAddressAndDocumentAndThePageTellsWhenItWasSent() {
    Known zoe = known("Zoe", "Page");
    Quote quote = issued("Roof", zoe, null, null, null);
    show(quote.id());
    assertThat(find(QuoteSending.SentCard.class).single().getElement().getTextRecursively())
        .contains("Not sent by email yet.");
    click("Send by email");
    assertThat(value("To")).isEqualTo(zoe.address());
    assertThat(value("Subject"))
        .as("in the customer's language")
        .isEqualTo("Devis " + number(quote));
    assertThat(files()).containsExactly("Devis " + number(quote) + ".pdf");
    body().setValue("Bonjour,");
    click("Send");
    assertThat(find(Article.class).all()).as("the mail in the timeline").hasSize(1);
    awaitSent(quote);

    show(quote.id());
    assertThat(find(QuoteSending.SentCard.class).single().getElement().getTextRecursively())
        .contains("Sent", zoe.address());
    actAs(Role.READER);
    UI.getCurrent().navigate("quotes");
    UI.getCurrent().navigate(QuoteNavigation.details(quote.id()));
    roundTrip();
    assertThat(find(QuoteSending.SentCard.class).single().getElement().getTextRecursively())
        .contains(zoe.address());
    assertThat(offers("Send by email")).isFalse();

    act(narrowed(Role.MEMBER, without("contact", Map.of("emails", FieldRule.HIDDEN))));
    UI.getCurrent().navigate("quotes");
    UI.getCurrent().navigate(QuoteNavigation.details(quote.id()));
    roundTrip();
    assertThat(find(QuoteSending.SentCard.class).single().getElement().getTextRecursively())
        .contains("to a hidden address")
        .doesNotContain(zoe.address());
  }

  @Test
  void aTemplateOfQuotesBeginsTheMail() throws Exception {
    EmailTemplate template =
        templates.create(
            "Our quote",
            false,
            "Quote {{quote.number}}",
            "{{contact.firstName}}, {{quote.total}}.");
    Known zoe = known("Zoe", "Templated");
    Quote quote = issued("Roof", zoe, null, null, null);
    show(quote.id());
    click("Send by email");
    assertThat(value("Subject")).isEqualTo("Quote {{quote.number}}");
    assertThat(body().getValue()).startsWith("{{contact.firstName}}");
    click("Send");
    awaitSent(quote);
    assertThat(SERVERS.green().getReceivedMessages()[0].getSubject())
        .isEqualTo("Quote " + number(quote));
    assertThat(content(on(ref(quote)).getFirst()).text()).startsWith("Zoe, €");
    templates.archive(template.id());
  }

  @Test
  void whatIsTakenOffDoesNotGoAndWhatIsBegunStays() {
    Known zoe = known("Zoe", "Begun");
    Quote quote = issued("Roof", zoe, null, null, null);
    show(quote.id());
    click("Send by email");
    body().setValue("Half a thought");
    show(quote.id());
    click("Send by email");
    assertThat(body().getValue()).isEqualTo("Half a thought");
    assertThat(files()).containsExactly("Devis " + number(quote) + ".pdf");
    test(find(com.vaadin.flow.component.button.Button.class, find(AttachedFiles.class).last())
            .withCondition(
                each -> each.getAriaLabel().filter(l -> l.startsWith("Take off")).isPresent())
            .single())
        .click();
    click("Send");
    assertThat(content(on(ref(quote)).getFirst()).attachments()).isEmpty();
  }

  @Test
  void aDraftIsNotSent() {
    show(draft("Draft", known("Zoe", "Later"), null, null, null));
    assertThat(offers("Send by email")).isFalse();
  }
}
