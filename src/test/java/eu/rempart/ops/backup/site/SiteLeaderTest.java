package eu.rempart.ops.backup.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.ops.backup.engine.Leader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the other site may say of its home folder. */
class SiteLeaderTest {

  private static final Path FILE = Path.of("/srv/file");

  @Test
  void pathIsTakenAsItIs() throws Exception {
    Path home = Path.of("/srv/rempart [1]");
    assertThat(SiteLeader.home("site-b", Optional.of(home))).isEqualTo(home);
    assertThatThrownBy(() -> SiteLeader.home("site-b", Optional.empty()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has not said yet");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/srv/rempart\n[global]\ncmd-ssh=/tmp/anything\n#",
        "/srv/rempart\rcmd-ssh=/tmp/anything",
        "/srv/rempart\tmore",
        "/srv/rempart#more",
        "/srv/rempart;more",
        "/srv/\"rempart\"",
        "/srv/'rempart'",
        "/srv/../etc",
        "srv/rempart",
        ""
      })
  void whatWouldTellProgramsSomethingElseIsRefused(String said) {
    Path home = Path.of(said);
    assertThatThrownBy(() -> SiteLeader.home("site-b", Optional.of(home)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no path");
    Leader.Tls tls = new Leader.Tls(FILE, FILE, FILE);
    assertThatThrownBy(
            () -> new Leader("b.example", 8432, tls, FILE, home.resolve("postgres"), FILE, 5432))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
