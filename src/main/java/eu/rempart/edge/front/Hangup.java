package eu.rempart.edge.front;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has something run at SIGHUP, which would end the virtual machine else. Its classes for signals
 * are in every JDK but in no standard, so they are reached by their names.
 */
final class Hangup {

  private static final Logger log = LoggerFactory.getLogger(Hangup.class);

  private Hangup() {}

  static void run(Runnable work) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler act =
          (proxy, method, arguments) ->
              switch (method.getName()) {
                case "handle" -> {
                  work.run();
                  yield null;
                }
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" ->
                    System.identityHashCode(proxy) == System.identityHashCode(arguments[0]);
                default -> "Hangup";
              };
      signal
          .getMethod("handle", signal, handler)
          .invoke(
              null,
              signal.getConstructor(String.class).newInstance("HUP"),
              Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, act));
    } catch (ReflectiveOperationException | IllegalArgumentException noSignals) {
      log.warn("SIGHUP can't be heard here; a changed configuration is noticed all the same");
    }
  }
}
