package eu.rempart.alert.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.WithFirm;
import eu.rempart.account.Role;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.peer.ChannelSettings;
import eu.rempart.alert.channel.peer.ChannelSettingsService;
import eu.rempart.alert.channel.peer.SecretChange;
import eu.rempart.alert.channel.peer.Setting;
import eu.rempart.alert.queue.Address;
import eu.rempart.alert.queue.AddressService;
import eu.rempart.vault.reach.ReachSeal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The screen on which people say where they are reached. */
class ChannelsViewTest extends WithFirm {

  @Autowired private AddressService addresses;
  @Autowired private ChannelSettingsService settings;
  @Autowired private ReachSeal seal;
  @Autowired private DSLContext database;

  @BeforeEach
  void aPeerThatIsAway() {
    settings.save(
        new ChannelSettings(
            ChannelKind.PUSH, 0, true, Map.of(Setting.URL, "https://127.0.0.1:1/"), false),
        new SecretChange.Keep());
    act(join(Role.ENGINEER));
  }

  @AfterEach
  void forget() {
    admin();
    sql("DELETE FROM alert_channel");
    sql("DELETE FROM alert_address");
  }

  private List<String> lines() {
    return find(ListItem.class).all().stream()
        .map(line -> line.getElement().getTextRecursively())
        .toList();
  }

  private String code(Address address) {
    OffsetDateTime asked =
        database
            .fetchSingle("SELECT code_at FROM alert_address WHERE id = ?", address.id())
            .get(0, OffsetDateTime.class);
    return seal.code(address.id(), address.member(), Objects.requireNonNull(asked).toInstant());
  }

  @Test
  void anAddressCountsOnceItsCodeWasTypedIn() {
    open("alert-channels", "");
    fill("Address or number", "duty-7f3a");
    click("Add channel");
    assertThat(lines()).anyMatch(line -> line.contains("duty-7f3a") && !line.contains("Test"));
    assertThat(offers("Test")).isFalse();
    Address address = addresses.own().getFirst();
    assertThat(addresses.test(address.id(), "Test", "")).isFalse();
    String right = code(address);
    fill("Code", right.equals("000000") ? "000001" : "000000");
    click("Confirm");
    assertThat(find(TextField.class).withLabel("Code").single().isInvalid()).isTrue();
    click("Send another code");
    fill("Code", right);
    click("Confirm");
    assertThat(addresses.own().getFirst().proof().proven()).isTrue();
    assertThat(find(TextField.class).withLabel("Code").exists()).isFalse();
    assertThat(offers("Test")).isTrue();
  }

  @Test
  void itSaysSoInEveryLanguage() {
    for (Locale language : List.of(Locale.FRENCH, Locale.GERMAN, Locale.of("nl"))) {
      UI.getCurrent().setLocale(language);
      open("alert-channels", "");
    }
    UI.getCurrent().setLocale(Locale.FRENCH);
    open("alert-channels", "");
    fill("Adresse ou numéro", "duty-7f3b");
    click("Ajouter un canal");
    assertThat(lines()).anyMatch(line -> line.contains("Non confirmé"));
  }
}
