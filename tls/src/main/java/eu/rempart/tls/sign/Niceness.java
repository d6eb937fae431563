package eu.rempart.tls.sign;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;

/**
 * Has the thread that calls give way to others of the machine (setpriority(2)). Linux keeps a
 * niceness for each thread and lets everybody raise it, nobody lower it again; Java's own
 * priorities do nothing there without rights over the whole process.
 */
public final class Niceness {
  private static final int OF_A_PROCESS = 0;
  private static final int WHOEVER_CALLS = 0;

  private Niceness() {}

  /**
   * Gives way from now on, for as long as the thread lives.
   *
   * @param level 0 for not at all, to 19 for as much as possible
   * @return false where this can't be: the system is no Linux, or native calls are not allowed
   */
  public static boolean raise(int level) {
    // elsewhere the same call would mean the whole process
    if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).equals("linux")
        || !Niceness.class.getModule().isNativeAccessEnabled()) {
      return false;
    }
    try {
      return (int) Call.SET_PRIORITY.invokeExact(OF_A_PROCESS, WHOEVER_CALLS, level) == 0;
    } catch (Throwable e) {
      // MethodHandle declares what no call of this function throws
      throw new IllegalStateException("setpriority", e);
    }
  }

  /** Looked up only where it is called. */
  private static final class Call {
    private static final MethodHandle SET_PRIORITY = handle();

    @SuppressWarnings("restricted") // three numbers: nothing it could read or write
    private static MethodHandle handle() {
      Linker linker = Linker.nativeLinker();
      return linker.downcallHandle(
          linker.defaultLookup().findOrThrow("setpriority"),
          FunctionDescriptor.of(
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT));
    }
  }
}
