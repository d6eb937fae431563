package eu.rempart.ops.backup;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.CountryCode;
import eu.rempart.home.HomeFolder;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.engine.DestinationAddress;
import eu.rempart.vault.operating.BackupSecret;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept on paper, and typed from it years later. */
class BackupKitTest {

  private static final String KEYS = "ecdsa-sha2-nistp256 AAAAE2Vj\nssh-ed25519 AAAAC3Nz";

  private static final List<String> FINGERPRINTS =
      List.of(
          "NISTP256 SHA256:ukbDTz8+A0tgDow/r/kmY/xQJDh2ecUpiYqh0D0qgYU",
          "ED25519 SHA256:aR5vv7GWTQFZPb8C8fzSCMkmK4xSoxT5dPn+9RTgx30");

  @TempDir private Path folder;

  private BackupKit kit;

  @BeforeEach
  void make() throws Exception {
    try (HomeFolder home = HomeFolder.open(folder)) {
      kit =
          new BackupKit(
              BackupSecret.in(home).groups(),
              List.of(
                  destination(2, "sftp://b@dc1.example.org:2201/srv/rempart", "FR", KEYS),
                  destination(11, "/media/disk/rempart", "DE", "")),
              Instant.parse("2026-12-01T08:00:00Z"));
    }
  }

  private static Destination destination(int place, String address, String country, String keys)
      throws Exception {
    return new Destination(
        UUID.randomUUID(), place, DestinationAddress.parse(address), CountryCode.of(country), keys);
  }

  private void assertOpens(String text) {
    assertThat(BackupKit.secretOf(text)).map(BackupSecret::groups).hasValue(kit.groups());
  }

  @Test
  void textHasTheSecretAndWhereBackupsLie() {
    String text = kit.text();
    assertOpens(text);
    assertThat(BackupKit.destinationsOf(text))
        .containsExactly(
            new BackupKit.Named(2, "sftp://b@dc1.example.org:2201/srv/rempart", "FR", FINGERPRINTS),
            new BackupKit.Named(11, "/media/disk/rempart", "DE", List.of()));
    assertThat(text).contains("Made: 2026-12-01\n");
  }

  @Test
  void kitsWithWholeKeysAreRead() {
    String former =
        """
        Destination 2: sftp://b@dc1.example.org/x (FR)
        Host key 2: ecdsa-sha2-nistp256 AAAAE2Vj
        Host key 2: ssh-ed25519 AAAAC3Nz
        """;
    assertThat(BackupKit.destinationsOf(former))
        .containsExactly(
            new BackupKit.Named(2, "sftp://b@dc1.example.org/x", "FR", KEYS.lines().toList()));
  }

  @Test
  void pagesPrintedInAnyLanguageAreReadOnceTyped() {
    for (String word : List.of("Destination 2:", "• Destination 2\u00a0:", "Ziel 2:")) {
      assertThat(
              BackupKit.destinationsOf(
                  word + " sftp://b@dc1.example.org/x (FR)\n  " + FINGERPRINTS.getLast()))
          .as(word)
          .containsExactly(
              new BackupKit.Named(
                  2, "sftp://b@dc1.example.org/x", "FR", List.of(FINGERPRINTS.getLast())));
    }
  }

  @Test
  void filesOfOtherSystemsAreRead() {
    String text = kit.text().replace("\n", "\r\n");
    assertOpens(text);
    assertThat(BackupKit.destinationsOf(text))
        .containsExactlyElementsOf(BackupKit.destinationsOf(kit.text()));
    assertOpens(kit.text().indent(4));
  }

  @Test
  void secretAloneIsEnough() {
    String secret = String.join("-", kit.groups());
    assertOpens(secret);
    assertOpens(" " + secret.toLowerCase(Locale.ROOT).replace('-', ' ') + "\n");
    assertOpens(secret.replace("-", "").replace('0', 'o').replace('1', 'l'));
    assertOpens("secret: " + secret.toLowerCase(Locale.ROOT));
    assertThat(BackupKit.destinationsOf(secret)).isEmpty();
  }

  @Test
  void typoIsRefused() {
    String secret = String.join("-", kit.groups());
    for (int i = 0; i < secret.length(); i++) {
      if (secret.charAt(i) != '-') {
        char wrong = secret.charAt(i) == '7' ? '8' : '7';
        String typed = secret.substring(0, i) + wrong + secret.substring(i + 1);
        assertThat(BackupKit.secretOf(kit.text().replace(secret, typed))).as(typed).isEmpty();
      }
    }
    assertThat(BackupKit.secretOf(secret.substring(0, secret.length() - 1))).isEmpty();
    assertThat(BackupKit.secretOf(secret + "7")).isEmpty();
  }

  @Test
  void groupsAloneOpenHoweverTheyAreTyped() {
    assertOpens(String.join("\n", kit.groups()) + "\n");
    assertOpens(String.join(" ", kit.groups()).toLowerCase(Locale.ROOT));
    assertOpens(String.join("-", kit.groups()) + "\n\n/media/disk/rempart (DE)\n");
    assertOpens("Our kit:\n" + String.join(" ", kit.groups()));
    for (String form : List.of("%d %s", "%d. %s", "%2d) %s")) {
      assertOpens(
          IntStream.range(0, kit.groups().size())
              .mapToObj(at -> form.formatted(at + 1, kit.groups().get(at)))
              .collect(Collectors.joining("\n")));
    }
  }

  @Test
  void otherTextsAreNoKit() {
    for (String text :
        List.of(
            "",
            "Secret:",
            "Secret:\nDestination 1: /disk (FR)",
            "Rempart recovery kit\nSecret: ABCD-EFGH",
            "-----BEGIN OPENSSH PRIVATE KEY-----")) {
      assertThat(BackupKit.secretOf(text)).as(text).isEmpty();
    }
    assertThat(BackupKit.destinationsOf("Destination x: /disk (FR)\nDestination 1: /disk"))
        .isEmpty();
  }

  @Test
  void secretIsInNoLog() {
    assertThat(kit.toString()).doesNotContain(kit.groups());
  }
}
