package eu.rempart.shell.error;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import eu.rempart.shell.part.Notices;
import java.io.EOFException;
import java.nio.channels.ClosedChannelException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one global handler: a bug in a listener is logged once, under a short code, and the person
 * sees a sentence with that code. Set on every session by {@code PageStart}.
 */
public final class UnexpectedErrors implements ErrorHandler {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrors.class);

  @Override
  public void error(ErrorEvent event) {
    if (isDeparture(event.getThrowable())) {
      LOG.debug("Somebody left before the answer was written", event.getThrowable());
      return;
    }
    var code = log(event.getThrowable());
    var ui = UI.getCurrent();
    if (ui != null) {
      var _ = ui.access(() -> Notices.error(t("shell.error.unexpected.sentence"), code));
    }
  }

  /** The server found the connection gone: the page was closed, which is no error of ours. */
  private static boolean isDeparture(Throwable error) {
    StackTraceElement[] trace = error.getStackTrace();
    if (trace.length == 0 || !trace[0].getClassName().startsWith("org.eclipse.jetty.")) {
      return false;
    }
    return error instanceof EOFException
        || error instanceof ClosedChannelException
        || isTooLateForAnError(error, trace[0]);
  }

  /** Half of a page was sent, so Flow, which could not write the rest, can't send an error. */
  private static boolean isTooLateForAnError(Throwable error, StackTraceElement thrower) {
    return error instanceof IllegalStateException && thrower.getMethodName().equals("sendError");
  }

  /** Logs an exception and answers the code it was logged under. */
  static String log(Throwable error) {
    var code = ErrorCode.next();
    LOG.error("Unexpected error {}", code, error);
    return code;
  }
}
