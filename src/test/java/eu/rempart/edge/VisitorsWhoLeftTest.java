package eu.rempart.edge;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import ch.qos.logback.core.spi.FilterReply;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the log says of browsers that leave, and what it must go on saying. */
class VisitorsWhoLeftTest {

  private static final String PUSH = "com.vaadin.flow.server.communication.PushAtmosphereHandler";
  private static final String PROCESSOR = "org.atmosphere.cpr.AsynchronousProcessor";

  private final VisitorsWhoLeft filter = new VisitorsWhoLeft();
  private final LoggerContext context = new LoggerContext();

  @Test
  void leavingIsNoError() {
    assertThat(said(PUSH, Level.ERROR, new EofException())).isEqualTo(FilterReply.DENY);
    assertThat(said(PROCESSOR, Level.ERROR, null, "the interceptor", new EofException()))
        .isEqualTo(FilterReply.DENY);
    assertThat(said(PUSH, Level.ERROR, new UncheckedIOException(new EofException())))
        .isEqualTo(FilterReply.DENY);
  }

  @Test
  void whatGoesWrongAfterSomebodyLeftIsAWarningOfOurOwn() {
    ListAppender<ILoggingEvent> told = new ListAppender<>();
    told.start();
    Logger own = (Logger) LoggerFactory.getLogger(VisitorsWhoLeft.class);
    own.addAppender(told);
    try {
      assertThat(
              filter.decide(
                  null,
                  context.getLogger(PROCESSOR),
                  Level.ERROR,
                  "Failed to cancel resource: {}",
                  new Object[] {"an id", new IllegalStateException("recycled")},
                  null))
          .isEqualTo(FilterReply.DENY);
    } finally {
      own.detachAppender(told);
    }
    assertThat(told.list)
        .singleElement()
        .matches(event -> event.getLevel() == Level.WARN)
        .matches(event -> event.getThrowableProxy().getMessage().equals("recycled"));
  }

  @Test
  void everythingElseIsSaid() {
    assertThat(said(PUSH, Level.ERROR, new IOException("disk full")))
        .isEqualTo(FilterReply.NEUTRAL);
    assertThat(said(PUSH, Level.ERROR, null)).isEqualTo(FilterReply.NEUTRAL);
    assertThat(said(PROCESSOR, Level.ERROR, null, "only words")).isEqualTo(FilterReply.NEUTRAL);
    assertThat(said("eu.rempart.edge.Anything", Level.ERROR, new EofException()))
        .isEqualTo(FilterReply.NEUTRAL);
  }

  private FilterReply said(
      String name, Level level, @Nullable Throwable thrown, Object... parameters) {
    Logger logger = context.getLogger(name);
    return filter.decide(null, logger, level, "anything", parameters, thrown);
  }
}
