package eu.rempart.common.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntBiFunction;

/**
 * What commands do alike: a call that can't be done becomes a sentence in the language of the
 * shell, with its code, and an exit code.
 *
 * @param name of the command, and of its texts: {@code backup} has {@code backup.call.help}, {@code
 *     backup.refused.files}, and the code {@code backup-files}
 */
public record CommandFrame(String name, CommandTexts texts, PrintStream err) {

  private static final int DONE = 0;
  private static final int REFUSED = 1;
  private static final int WRONG_CALL = 2;

  /** What a command does. */
  public interface Body {

    /**
     * Runs it, with what may go wrong.
     *
     * @param noun the first word of the call; empty where there is none
     * @param rest what follows
     */
    void run(String noun, String... rest) throws Exception;
  }

  /** The main method of a command: has it write in UTF-8, and ends with its exit code. */
  public static void main(ToIntBiFunction<PrintStream, PrintStream> command) {
    CommandLogging.start();
    // Not the terminal's encoding: it is ASCII where LANG is C, which is no language's fault.
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(command.applyAsInt(out, err));
  }

  /**
   * Runs a command.
   *
   * @param refusals what the exceptions of its room mean; empty where that is a fault of ours
   * @return the exit code: 0 done, 1 refused or failed, 2 called wrongly
   */
  public int run(
      Function<Exception, Optional<CommandRefusedException>> refusals, Body body, String... given) {
    try {
      int first = Math.min(1, given.length);
      body.run(first == 0 ? "" : given[0], Arrays.copyOfRange(given, first, given.length));
      return DONE;
    } catch (WrongCallException wrong) {
      err.println(wrong.getMessage());
      err.println(texts.t(name + ".call.help"));
      return WRONG_CALL;
    } catch (CommandRefusedException refused) {
      say(refused);
    } catch (IOException | UncheckedIOException failure) {
      say(
          refusals
              .apply(failure)
              .orElseGet(() -> new CommandRefusedException("files", failure.toString())));
    } catch (RuntimeException other) {
      say(refusals.apply(other).orElseThrow(() -> other));
    } catch (Exception checked) {
      say(refusals.apply(checked).orElseThrow(() -> new IllegalStateException(checked)));
    }
    return REFUSED;
  }

  private void say(CommandRefusedException refused) {
    String sentence = texts.t(name + "." + refused.sentence(), refused.values());
    err.println(sentence + " (" + name + "-" + refused.code() + ")");
  }
}
