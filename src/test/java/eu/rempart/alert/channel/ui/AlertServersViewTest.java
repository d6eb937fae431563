package eu.rempart.alert.channel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.WithFirm;
import eu.rempart.account.Role;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.Channels;
import eu.rempart.alert.channel.peer.ChannelSettings;
import eu.rempart.alert.channel.peer.ChannelSettingsService;
import eu.rempart.alert.channel.peer.Setting;
import eu.rempart.shell.field.CountryField;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The screen on which administrators say where messages go. */
class AlertServersViewTest extends WithFirm {

  @Autowired private ChannelSettingsService settings;
  @Autowired private Channels channels;

  @AfterEach
  void forget() {
    admin();
    sql("DELETE FROM alert_channel");
  }

  private List<String> lines() {
    return find(ListItem.class).all().stream()
        .filter(line -> line.getElement().getParent().getClassList().contains("channel-lines"))
        .map(line -> line.getElement().getTextRecursively())
        .toList();
  }

  private void press(String name) {
    test(find(Button.class).all().stream()
            .filter(button -> button.getAriaLabel().filter(name::equals).isPresent())
            .findFirst()
            .orElseThrow())
        .click();
  }

  private ChannelSettings of(ChannelKind kind) {
    return settings.all().stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
  }

  @Test
  void aChannelIsSetUpChangedAndSwitchedOff() {
    open("alert-servers", "");
    assertThat(lines()).hasSize(6);
    assertThat(lines().getFirst()).contains("Email", "Not set up");

    press("Set up: SMS (SMPP)");
    fill("Host", "localhost");
    fill("User", "rempart");
    test(find(PasswordField.class).single()).setValue("hunter2");
    click("Save channel");
    assertThat(lines())
        .as("nobody is there, which is said when it is saved")
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("SMS (SMPP)", "Does not answer", "localhost", "not reachable"));
    press("Try the connection: SMS (SMPP)");
    assertThat(lines()).anySatisfy(line -> assertThat(line).contains("Last answer: never"));
    assertThat(of(ChannelKind.SMS).of(Setting.PORT)).isEqualTo("2775");
    assertThat(of(ChannelKind.SMS).hasSecret()).isTrue();
    assertThat(channels.of(ChannelKind.SMS).orElseThrow().configured()).isTrue();

    press("Change: SMS (SMPP)");
    assertThat(find(PasswordField.class).single().getValue()).as("never shown again").isEmpty();
    fill("Host", "evil.example");
    click("Save channel");
    assertThat(find(PasswordField.class).single().isInvalid()).isTrue();
    fill("Host", "localhost");
    test(find(Checkbox.class).withLabel("Use this channel").single()).click();
    click("Save channel");
    assertThat(lines()).anySatisfy(line -> assertThat(line).contains("Switched off"));
    assertThat(of(ChannelKind.SMS).of(Setting.HOST)).isEqualTo("localhost");
  }

  @Test
  void whatIsWrongSaysSoAndIsNotSaved() {
    open("alert-servers", "");
    press("Set up: SMS (HTTP gateway)");
    fill("Address", "http://169.254.169.254/\"><script>");
    click("Save channel");
    assertThat(find(TextField.class).withLabel("Address").single().isInvalid()).isTrue();
    fill("Address", "https://sms.example/send");
    test(find(TextArea.class).withLabel("Body").single()).setValue("{\"to\": \"{to}\"}");
    click("Save channel");
    assertThat(find(TextField.class).withLabel("Address").single().isInvalid()).isFalse();
    assertThat(find(TextArea.class).withLabel("Body").single().isInvalid()).isTrue();
    assertThat(of(ChannelKind.SMS_HTTP).version()).isZero();
  }

  @Test
  void aTokenForAnswersIsShownOnceAndRevoked() {
    open("alert-servers", "");
    assertThat(offers("Answers")).isFalse();
    press("Set up: SMS (HTTP gateway)");
    fill("Address", "https://sms.example/send");
    fill("Field of the number", "a b");
    click("Save channel");
    assertThat(find(TextField.class).withLabel("Field of the number").single().isInvalid())
        .isTrue();
    fill("Field of the number", "From");
    click("Save channel");
    CountryField country = find(CountryField.class).single();
    assertThat(country.isInvalid()).as("nobody said where the server is").isTrue();
    test(country).selectItem("Germany");
    click("Save channel");
    press("Answers: SMS (HTTP gateway)");
    click("Make a token");
    assertThat(find(TextField.class).withLabel("Token").single().getValue())
        .matches("rpa_[A-Za-z0-9_-]{43}");
    assertThat(channels.of(ChannelKind.SMS_HTTP).orElseThrow().takesAnswers()).isTrue();
    click("Close");
    press("Answers: SMS (HTTP gateway)");
    assertThat(find(TextField.class).withLabel("Token").exists()).as("never again").isFalse();
    click("Revoke the token");
    assertThat(channels.of(ChannelKind.SMS_HTTP).orElseThrow().takesAnswers()).isFalse();
  }

  @Test
  void nobodyButAdministratorsSeesIt() {
    for (Role role : List.of(Role.ENGINEER, Role.MEMBER, Role.MANAGER, Role.READER)) {
      actAs(role);
      UI.getCurrent().navigate("alert-servers");
      assertThat(UI.getCurrent().getActiveRouterTargetsChain())
          .noneMatch(AlertServersView.class::isInstance);
    }
  }
}
