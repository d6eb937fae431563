package eu.rempart.common.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.common.command.CommandFrame.Body;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandFrameTest {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private int run(Body body, String... given) {
    said.reset();
    CommandFrame frame =
        new CommandFrame(
            "backup",
            CommandTexts.of("backup", Map.of("LANG", "en_GB.UTF-8")),
            new PrintStream(said, true, StandardCharsets.UTF_8));
    return frame.run(
        failure ->
            failure instanceof SQLException
                ? Optional.of(new CommandRefusedException("database", "it is away"))
                : Optional.empty(),
        body,
        given);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8).strip();
  }

  @Test
  void whatWentWellSaysNothing() {
    assertThat(run((_, _) -> {})).isZero();
    assertThat(said()).isEmpty();
  }

  @Test
  void firstWordIsTheNoun() {
    List<String> heard = new ArrayList<>();
    Body body =
        (noun, rest) -> {
          heard.add(noun);
          heard.addAll(List.of(rest));
        };
    assertThat(run(body, "restore", "--kit", "x")).isZero();
    assertThat(run(body)).isZero();
    assertThat(heard).containsExactly("restore", "--kit", "x", "");
  }

  @Test
  void wrongCallSaysWhereHelpIs() {
    int code =
        run(
            (_, _) -> {
              throw new WrongCallException("backup does not know: --x");
            });
    assertThat(code).isEqualTo(2);
    assertThat(said()).startsWith("backup does not know: --x").endsWith("lists what there is.");
  }

  @Test
  void refusalIsASentenceWithItsCode() {
    int code =
        run(
            (_, _) -> {
              throw new SQLException("of the driver");
            });
    assertThat(code).isOne();
    assertThat(said()).isEqualTo("The database does not answer: it is away (backup-database)");
  }

  @Test
  void refusalMayHaveTheWordsOfSomethingElse() {
    run(
        (_, _) -> {
          throw CommandRefusedException.saying("failed.full", "full", "No space left");
        });
    assertThat(said()).isEqualTo("A disk is full, there or here. (No space left) (backup-full)");
  }

  @Test
  void filesAreNamed() {
    for (Body body :
        new Body[] {
          (_, _) -> {
            throw new FileNotFoundException("/kit");
          },
          (_, _) -> {
            throw new UncheckedIOException(new FileNotFoundException("/kit"));
          }
        }) {
      assertThat(run(body)).isOne();
      assertThat(said()).contains("/kit").endsWith("(backup-files)");
    }
  }

  @Test
  void faultOfOursIsNoRefusal() {
    assertThatThrownBy(
            () ->
                run(
                    (_, _) -> {
                      throw new IllegalArgumentException("ours");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
