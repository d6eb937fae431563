package eu.rempart.edge;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.Arguments;
import org.slf4j.LoggerFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver;

/**
 * A flood of bad requests is no flood of lines, and no stranger writes into the log: at the levels
 * that the product has, nothing is said of a request that is refused.
 */
class BadRequestLogTest {
  private static final String LEVEL = "logging.level.";

  private final ListAppender<ILoggingEvent> said = new ListAppender<>();
  private final Map<Logger, Level> former = new HashMap<>();

  @BeforeEach
  void listenAtTheLevelsOfTheProduct() throws IOException {
    Properties settings = new Properties();
    try (InputStream in =
        Objects.requireNonNull(getClass().getResourceAsStream("/application.properties"))) {
      settings.load(in);
    }
    for (String name : settings.stringPropertyNames()) {
      if (name.startsWith(LEVEL)) {
        Logger logger = logger(name.substring(LEVEL.length()));
        former.put(logger, logger.getLevel());
        logger.setLevel(Level.toLevel(settings.getProperty(name)));
      }
    }
    said.start();
    logger(Logger.ROOT_LOGGER_NAME).addAppender(said);
  }

  @AfterEach
  void stop() {
    logger(Logger.ROOT_LOGGER_NAME).detachAppender(said);
    former.forEach(Logger::setLevel);
  }

  private static Logger logger(String name) {
    return (Logger) LoggerFactory.getLogger(name.equals("root") ? Logger.ROOT_LOGGER_NAME : name);
  }

  @Test
  void badRequestsAreNotLogged(@TempDir Path home) throws Exception {
    JettyLab lab = new JettyLab(home);
    try {
      for (Object[] shape :
          Stream.concat(BadHttpTest.shapes(), chunked()).map(Arguments::get).toList()) {
        try {
          assertThat(lab.exchange((String) shape[2])).startsWith("HTTP/1.1 ");
        } catch (SocketException cut) {
          // before all was read
        }
      }
    } finally {
      lab.stop();
    }

    assertThat(said.list).extracting(ILoggingEvent::toString).isEmpty();
  }

  private static Stream<Arguments> chunked() {
    String head = "POST /x HTTP/1.1\r\nHost: crm.example\r\nTransfer-Encoding: chunked\r\n\r\n";
    return BadHttpTest.chunks()
        .map(Arguments::get)
        .map(shape -> Arguments.of(shape[0], shape[1], head + shape[2]));
  }

  @Test
  void wrongMethodIsNotLogged() {
    var answered =
        new DefaultHandlerExceptionResolver()
            .resolveException(
                new MockHttpServletRequest("BREW", "/login"),
                new MockHttpServletResponse(),
                null,
                new HttpRequestMethodNotSupportedException("BREW"));

    assertThat(answered).isNotNull();
    assertThat(said.list).extracting(ILoggingEvent::toString).isEmpty();
  }
}
