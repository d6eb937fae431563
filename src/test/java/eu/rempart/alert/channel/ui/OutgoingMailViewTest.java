package eu.rempart.alert.channel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.WithFirm;
import eu.rempart.account.Role;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.peer.ChannelSettings;
import eu.rempart.alert.channel.peer.ChannelSettingsService;
import eu.rempart.alert.channel.peer.SecretChange;
import eu.rempart.contact.ui.ContactNavigation;
import eu.rempart.email.MailServers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The screen on which administrators set up outgoing mail, and what others see without it. */
class OutgoingMailViewTest extends WithFirm {

  private static final MailServers SERVERS = MailServers.one();

  @Autowired private ChannelSettingsService settings;

  @AfterEach
  void forget() {
    admin();
    SERVERS.front().answer(null);
    ChannelSettings kept = settings.find(ChannelKind.EMAIL);
    if (kept.version() > 0) {
      // so that nothing of it is remembered for the seconds that it would be
      settings.save(
          new ChannelSettings(kept.kind(), kept.version(), false, kept.values(), kept.hasSecret()),
          new SecretChange.Keep());
    }
    sql("DELETE FROM alert_channel");
  }

  private void setUp(String host) {
    open("outgoing-mail", "");
    click("Set up the mail server");
    fill("Host", host);
    fill("Port", Integer.toString(SERVERS.front().port()));
    choose("none");
    fill("Sender address", "crm@firm.example");
    click("Save mail server");
  }

  @SuppressWarnings("unchecked")
  private void choose(String encryption) {
    ((Select<String>) find(Select.class).withLabel("Encryption").single()).setValue(encryption);
  }

  private String outcome() {
    return find(Paragraph.class)
        .withCondition(p -> p.hasClassName("mail-outcome"))
        .single()
        .getText();
  }

  @Test
  void administratorSetsUpAndTestsOutgoingMail() throws Exception {
    open("outgoing-mail", "");
    assertThat(offers("Send a test email to me")).isFalse();
    setUp("127.0.0.1");
    int before = SERVERS.green().getReceivedMessages().length;
    click("Send a test email to me");
    assertThat(outcome()).contains("took the test email");
    assertThat(SERVERS.green().getReceivedMessages()).hasSize(before + 1);
    assertThat(SERVERS.green().getReceivedMessages()[before].getSubject())
        .isEqualTo("Test email from Rempart");

    SERVERS.front().answer("550 5.7.1 Relaying denied");
    click("Send a test email to me");
    assertThat(outcome()).contains("refused the test email", "550 5.7.1 Relaying denied");
  }

  @Test
  void plainConnectionToAnotherMachineIsRefused() {
    setUp("mail.example");
    assertThat(find(Select.class).withLabel("Encryption").single().isInvalid()).isTrue();
    assertThat(find(TextField.class).withLabel("Host").single().isInvalid()).isFalse();
  }

  private Button write() {
    return find(Button.class).withText("Send an email").single();
  }

  @Test
  void buttonsSayThatNoMailServerIsSetUp() {
    var contact = person("Ida", "Nomail");
    open(ContactNavigation.details(contact), "tab=timeline");
    assertThat(write().isEnabled()).isFalse();
    String why = write().getElement().getAttribute("aria-describedby");
    Paragraph reason = find(Paragraph.class).withId(why).single();
    assertThat(reason.getElement().getTextRecursively())
        .contains("No mail server is set up", "Set up outgoing mail");

    actAs(Role.MEMBER);
    open(ContactNavigation.details(contact), "tab=timeline");
    assertThat(
            find(Paragraph.class)
                .withId(write().getElement().getAttribute("aria-describedby"))
                .single()
                .getElement()
                .getTextRecursively())
        .contains("administrator can set one up")
        .doesNotContain("Set up outgoing mail");

    admin();
    setUp("127.0.0.1");
    open(ContactNavigation.details(contact), "tab=timeline");
    assertThat(write().isEnabled()).isTrue();
  }

  @Test
  void onlyAdministratorsOpenIt() {
    for (Role role : List.of(Role.ENGINEER, Role.MEMBER, Role.MANAGER, Role.READER)) {
      actAs(role);
      UI.getCurrent().navigate("outgoing-mail");
      assertThat(UI.getCurrent().getActiveRouterTargetsChain())
          .noneMatch(OutgoingMailView.class::isInstance);
    }
  }
}
