package eu.rempart.alert.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import eu.rempart.WithFirm;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.peer.ChannelSettings;
import eu.rempart.alert.channel.peer.ChannelSettingsService;
import eu.rempart.alert.channel.peer.SecretChange;
import eu.rempart.alert.channel.peer.Setting;
import eu.rempart.alert.incident.AlertReachService;
import eu.rempart.alert.incident.AlertReachService.Reached;
import eu.rempart.alert.queue.AddressService;
import eu.rempart.vault.reach.ReachSeal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Administrators read on every page that incidents reach nobody, until they do. */
class ReachBannerTest extends WithFirm {

  @Autowired private ReachBanner banner;
  @Autowired private AlertReachService reach;
  @Autowired private AddressService addresses;
  @Autowired private ChannelSettingsService settings;
  @Autowired private ReachSeal seal;
  @Autowired private DSLContext database;

  @AfterEach
  void forget() {
    admin();
    sql("DELETE FROM alert_channel");
    sql("DELETE FROM alert_address");
  }

  private boolean warns() {
    return find(Span.class).withTextContaining("No alert channel is confirmed").exists();
  }

  @Test
  void everyPageWarnsUntilAChannelIsConfirmed() {
    settings.save(
        new ChannelSettings(
            ChannelKind.PUSH, 0, true, Map.of(Setting.URL, "https://127.0.0.1:1/"), false),
        new SecretChange.Keep());
    open("contacts", "");
    assertThat(warns()).isTrue();

    addresses.add(ChannelKind.PUSH, "duty-7f3c", "{code}", "");
    open("contacts", "");
    assertThat(warns()).as("an address that nobody confirmed").isTrue();
    sql("UPDATE alert_address SET proven_at = now(), code_at = NULL WHERE NOT last_resort");
    open("contacts", "");
    assertThat(warns()).isFalse();

    open("alert-channels", "");
    click("Remove");
    assertThat(warns()).as("on the page where the channel was removed").isTrue();
  }

  @Test
  void onlyAdministratorsAreWarned() {
    assertThat(banner.create()).hasSize(1).allMatch(Component::isVisible);
    for (Role role : List.of(Role.MEMBER, Role.ENGINEER)) {
      actAs(role);
      assertThat(banner.create()).as("%s", role).isEmpty();
    }
  }

  @Test
  void pagesOfAdministratorsKeepTheirAddressSealed() {
    SignedInMember admin = admin();
    banner.create();
    banner.create();
    var row =
        database.fetchSingle(
            "SELECT id, sealed FROM alert_address WHERE member_id = ? AND last_resort",
            admin.memberId());
    byte[] sealed = row.get("sealed", byte[].class);
    assertThat(seal.open(row.get("id", UUID.class), admin.memberId(), sealed))
        .hasValueSatisfying(address -> assertThat(address).contains("@"));
    assertThat(addresses.own()).as("what the person entered").isEmpty();
    assertThat(reach.reached()).as("without a mail server").isEqualTo(Reached.NOBODY);
  }
}
