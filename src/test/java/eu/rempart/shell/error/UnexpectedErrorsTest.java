package eu.rempart.shell.error;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.vaadin.flow.server.ErrorEvent;
import java.io.EOFException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Who leaves a page while it is sent is no error; a bug is one. */
class UnexpectedErrorsTest {

  private final Logger log = (Logger) LoggerFactory.getLogger(UnexpectedErrors.class);
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();

  @BeforeEach
  void listen() {
    said.start();
    log.addAppender(said);
  }

  @AfterEach
  void stop() {
    log.detachAppender(said);
  }

  private boolean isLogged(Throwable error, String className, String method) {
    error.setStackTrace(new StackTraceElement[] {new StackTraceElement(className, method, "x", 1)});
    new UnexpectedErrors().error(new ErrorEvent(error));
    return said.list.stream().anyMatch(event -> event.getLevel() == Level.ERROR);
  }

  @Test
  void connectionThatIsGoneIsNoError() {
    assertThat(isLogged(new EOFException(), "org.eclipse.jetty.io.SelectableChannel", "read"))
        .isFalse();
  }

  /** Flow could not send the rest of a page, and then can't send an error either. */
  @Test
  void answerThatWasHalfSentIsNoError() {
    assertThat(
            isLogged(
                new IllegalStateException("Committed"),
                "org.eclipse.jetty.ee11.servlet.ServletApiResponse",
                "sendError"))
        .isFalse();
  }

  @Test
  void bugIsOne() {
    assertThat(isLogged(new IllegalStateException("a bug"), "eu.rempart.deal.Deals", "sendError"))
        .isTrue();
  }

  @Test
  void otherMistakesTowardsTheServerAreErrors() {
    assertThat(
            isLogged(
                new IllegalStateException("STREAM"),
                "org.eclipse.jetty.ee11.servlet.ServletApiResponse",
                "getWriter"))
        .isTrue();
  }
}
