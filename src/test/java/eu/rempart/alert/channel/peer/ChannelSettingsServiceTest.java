package eu.rempart.alert.channel.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import eu.rempart.WithFirm;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.alert.channel.Channel;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.Channels;
import eu.rempart.common.proof.FreshProofRequiredException;
import eu.rempart.mail.Courier;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may say where messages go, and what becomes of passwords. */
class ChannelSettingsServiceTest extends WithFirm {

  private static final SecretChange KEEP = new SecretChange.Keep();

  @Autowired private ChannelSettingsService settings;
  @Autowired private KeptPeers peers;
  @Autowired private Courier courier;
  @Autowired private Channels channels;
  @Autowired private DSLContext dsl;

  @AfterEach
  void forget() {
    // the last word: nothing of what an application does deletes a channel
    sql("DELETE FROM alert_channel");
    peers.forget();
  }

  private static ChannelSettings gateway(int version, String url) {
    return new ChannelSettings(
        ChannelKind.SMS_HTTP,
        version,
        true,
        Map.of(Setting.URL, url, Setting.COUNTRY, "DE"),
        version > 0);
  }

  private Peer.Gateway peer() {
    return peers.find(ChannelKind.SMS_HTTP, Peer.Gateway.class).orElseThrow();
  }

  private String stored() {
    return dsl.fetch("SELECT * FROM alert_channel").formatJSON()
        + dsl.fetch("SELECT detail FROM ledger WHERE kind = 'alert.channel.saved'").formatJSON();
  }

  @Test
  void aPasswordIsSealedAndStaysWithItsPlace() {
    assertThat(settings.all()).hasSize(6).allMatch(each -> each.version() == 0);
    assertThat(channels.of(ChannelKind.SMS_HTTP).orElseThrow().configured()).isFalse();

    assertThat(
            settings.save(
                gateway(0, "https://sms.example/send"), new SecretChange.Put("Bearer hunter2")))
        .isTrue();
    assertThat(channels.configured()).extracting(Channel::kind).contains(ChannelKind.SMS_HTTP);
    assertThat(peer().token()).isEqualTo("Bearer hunter2");
    assertThat(stored()).contains("sms.example").doesNotContain("hunter2");

    assertThat(settings.save(gateway(1, "https://sms.example/v2"), KEEP)).isTrue();
    assertThat(peer().token()).isEqualTo("Bearer hunter2");
    assertThatThrownBy(() -> settings.save(gateway(2, "https://evil.example/v2"), KEEP))
        .isInstanceOf(WrongSettingException.class);
    assertThatThrownBy(() -> settings.save(gateway(2, "https://sms.example:8443/"), KEEP))
        .isInstanceOf(WrongSettingException.class);
    assertThat(peer().token()).isEqualTo("Bearer hunter2");

    assertThat(settings.save(gateway(2, "https://evil.example/v2"), new SecretChange.Remove()))
        .isTrue();
    assertThat(peer().token()).isNull();
  }

  private static ChannelSettings mail(Map<Setting, String> said) {
    Map<Setting, String> all = new EnumMap<>(Setting.class);
    all.put(Setting.HOST, "mail.example");
    all.put(Setting.COUNTRY, "FR");
    all.put(Setting.MAIL_FROM, "crm@firm.example");
    all.putAll(said);
    return new ChannelSettings(ChannelKind.EMAIL, 0, true, all, false);
  }

  private @Nullable Setting refused(ChannelSettings wanted, SecretChange secret) {
    return catchThrowableOfType(WrongSettingException.class, () -> settings.save(wanted, secret))
        .setting();
  }

  @Test
  void nothingIsSentWhereNobodyAllowsIt() {
    for (String country : List.of("", "US", "XX")) {
      ChannelSettings wanted = mail(Map.of(Setting.COUNTRY, country));
      assertThat(refused(wanted, KEEP)).as(country).isEqualTo(Setting.COUNTRY);
      assertThatThrownBy(() -> settings.check(wanted, KEEP))
          .as("told before the proof is asked for")
          .isInstanceOf(WrongSettingException.class);
      ChannelSettings off = new ChannelSettings(wanted.kind(), 0, false, wanted.values(), false);
      assertThatCode(() -> settings.check(off, KEEP))
          .as("one that is switched off may wait for its country")
          .doesNotThrowAnyException();
    }
  }

  @Test
  void plainMailGoesToThisMachineAlone() {
    Map<Setting, String> plain = Map.of(Setting.MAIL_PROTECTION, "none");
    assertThat(refused(mail(plain), KEEP)).isEqualTo(Setting.MAIL_PROTECTION);
    Map<Setting, String> here =
        Map.of(
            Setting.MAIL_PROTECTION, "none", Setting.HOST, "localhost", Setting.MAIL_USER, "crm");
    assertThat(refused(mail(here), new SecretChange.Put("hunter2")))
        .as("a password goes over no connection in clear")
        .isNull();
    assertThat(refused(mail(Map.of(Setting.MAIL_USER, "crm")), KEEP)).isEqualTo(Setting.MAIL_USER);
    assertThat(refused(mail(Map.of(Setting.MAIL_FROM, "crm")), KEEP)).isEqualTo(Setting.MAIL_FROM);
  }

  @Test
  void mailServerIsUsedAtOnceAndItsPasswordIsSealed() {
    assertThat(courier.enabled()).isFalse();
    settings.save(mail(Map.of(Setting.MAIL_USER, "crm")), new SecretChange.Put("hunter2"));
    assertThat(courier.enabled()).isTrue();
    assertThat(courier.domain()).isEqualTo("firm.example");
    assertThat(courier.setByOperator()).isEmpty();
    Peer.Mail kept = peers.find(ChannelKind.EMAIL, Peer.Mail.class).orElseThrow();
    assertThat(kept.relay().password()).isEqualTo("hunter2");
    assertThat(kept.relay() + " " + kept).doesNotContain("hunter2");
    assertThat(stored()).contains("mail.example").doesNotContain("hunter2");
  }

  @Test
  void changeAsksForFreshProof() {
    forgetProof();
    assertThatThrownBy(() -> settings.save(mail(Map.of()), KEEP))
        .isInstanceOf(FreshProofRequiredException.class);
    assertThat(courier.enabled()).isFalse();
  }

  @Test
  void mistakeIsToldBeforeTheProofIsAskedFor() {
    forgetProof();
    assertThatThrownBy(() -> settings.check(mail(Map.of(Setting.MAIL_FROM, "nobody")), KEEP))
        .isInstanceOfSatisfying(
            WrongSettingException.class,
            wrong -> assertThat(wrong.setting()).isEqualTo(Setting.MAIL_FROM));
    assertThatCode(() -> settings.check(mail(Map.of()), KEEP)).doesNotThrowAnyException();
  }

  @Test
  void whoeverCameSecondIsTold() {
    assertThat(settings.save(gateway(0, "https://a.example/"), KEEP)).isTrue();
    assertThat(settings.save(gateway(0, "https://b.example/"), KEEP)).isFalse();
    assertThat(settings.save(gateway(7, "https://b.example/"), KEEP)).isFalse();
    assertThat(peer().place()).startsWith("a.example");
  }

  @Test
  void aRowThatSomebodyMadeByHandIsNotUsed() {
    settings.save(gateway(0, "https://a.example/"), new SecretChange.Put("x"));
    sql("UPDATE alert_channel SET secret = decode(repeat('00', 60), 'hex')");
    peers.forget();
    assertThat(peers.find(ChannelKind.SMS_HTTP)).isEmpty();

    sql("UPDATE alert_channel SET secret = NULL, settings = '{\"url\": \"file:///etc/passwd\"}'");
    peers.forget();
    assertThat(peers.find(ChannelKind.SMS_HTTP)).isEmpty();
  }

  @Test
  void aChannelThatIsSwitchedOffIsNotUsed() {
    Map<Setting, String> there = Map.of(Setting.COUNTRY, "DE");
    settings.save(new ChannelSettings(ChannelKind.PUSH, 0, false, there, false), KEEP);
    assertThat(peers.find(ChannelKind.PUSH)).isEmpty();
    settings.save(new ChannelSettings(ChannelKind.PUSH, 1, true, there, false), KEEP);
    await().until(() -> peers.find(ChannelKind.PUSH).isPresent());
  }

  @Test
  void onlyAdministratorsSayWhereMessagesGo() {
    for (Role role : Role.values()) {
      if (role != Role.ADMINISTRATOR) {
        actAs(role);
        assertThatThrownBy(() -> settings.all()).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> settings.save(gateway(0, "https://a.example/"), KEEP))
            .isInstanceOf(NotPermittedException.class);
      }
    }
    admin();
  }
}
