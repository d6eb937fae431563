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
 * reads errors every day by such things reads none. Everything else that it says stays.
 */
@Component
final class VisitorsWhoLeft extends TurboFilter implements InitializingBean, DisposableBean {

  private static final Set<String> TELLERS =
      Set.of(
          "org.atmosphere.cpr.AsynchronousProcessor",
          "com.vaadin.flow.server.communication.PushAtmosphereHandler");

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] parameters,
      @Nullable Throwable thrown) {
    boolean left =
        level.isGreaterOrEqual(Level.WARN)
            && TELLERS.contains(logger.getName())
            && isAboutLeaving(thrown == null ? last(parameters) : thrown);
    return left ? FilterReply.DENY : FilterReply.NEUTRAL;
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
