package eu.rempart.edge;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.io.EOFException;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.io.QuietException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Keeps out of the log that a browser left or reloaded a page while an answer to its push was on
 * the way: the push framework tells that as an error with its whole stack, and an operator who
 * reads errors every day by such things reads none. What goes wrong while it ends the push of
 * somebody who has left harms nobody either, but may be a fault: it is told as a warning.
 * Everything else that it says stays.
 */
@Component
final class VisitorsWhoLeft extends TurboFilter implements InitializingBean, DisposableBean {

  private static final Set<String> TELLERS =
      Set.of(
          "org.atmosphere.cpr.AsynchronousProcessor",
          "com.vaadin.flow.server.communication.PushAtmosphereHandler");

  /** What the framework says when a waiting request could not be ended. */
  private static final String ENDING = "Failed to cancel resource";

  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(VisitorsWhoLeft.class);

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] parameters,
      @Nullable Throwable thrown) {
    if (!level.isGreaterOrEqual(Level.WARN) || !TELLERS.contains(logger.getName())) {
      return FilterReply.NEUTRAL;
    }
    Throwable why = thrown == null ? last(parameters) : thrown;
    if (isAboutLeaving(why)) {
      return FilterReply.DENY;
    }
    if (format != null && format.startsWith(ENDING) && why instanceof Exception) {
      LOG.warn("The push of a page that was left did not end as it should", why);
      return FilterReply.DENY;
    }
    return FilterReply.NEUTRAL;
  }

  /** Where the logger's caller gave what was thrown among the parameters. */
  private static @Nullable Throwable last(Object @Nullable [] parameters) {
    return parameters != null
            && parameters.length > 0
            && parameters[parameters.length - 1] instanceof Throwable thrown
        ? thrown
        : null;
  }

  private static boolean isAboutLeaving(@Nullable Throwable thrown) {
    Throwable each = thrown;
    while (each != null) {
      if (each instanceof QuietException
          || each instanceof ClosedChannelException
          || each instanceof EOFException) {
        return true;
      }
      each = each.getCause();
    }
    return false;
  }

  @Override
  public void afterPropertiesSet() {
    context().ifPresent(it -> it.addTurboFilter(this));
  }

  @Override
  public void destroy() {
    context().ifPresent(it -> it.getTurboFilterList().remove(this));
  }

  private static Optional<LoggerContext> context() {
    return LoggerFactory.getILoggerFactory() instanceof LoggerContext it
        ? Optional.of(it)
        : Optional.empty();
  }
}
