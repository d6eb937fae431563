package eu.rempart.tls;

import eu.rempart.tls.CertificateRefusedException.Reason;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks a PKCS#11 library for its slots and tokens, which the JDK's provider finds by number only.
 *
 * @see <a href="https://docs.oasis-open.org/pkcs11/pkcs11-spec/v3.1/os/pkcs11-spec-v3.1-os.html">
 *     PKCS #11 Specification 3.1, 3.2 and 5.5</a>
 */
@SuppressWarnings("restricted") // calls a library that the operator named; nothing else can tell
final class TokenSlots {
  /**
   * A slot with an initialised token.
   *
   * @param index place in the list that contains empty slots too, as SunPKCS11 counts
   * @param isPinLocked whether too many wrong PINs were tried
   */
  record Slot(int index, long number, String label, boolean isPinLocked) {}

  private static final long OK = 0;
  private static final long ALREADY_INITIALIZED = 0x191;
  private static final long TOKEN_INITIALIZED = 0x400;
  private static final long USER_PIN_LOCKED = 0x40000;

  // Places in CK_FUNCTION_LIST, whose first member is the version, padded to a pointer's size.
  private static final int INITIALIZE = 1;
  private static final int FINALIZE = 2;
  private static final int GET_SLOT_LIST = 5;
  private static final int GET_TOKEN_INFO = 7;

  /** Bytes of CK_TOKEN_INFO, rounded up; its label has 32 and its flags follow 96. */
  private static final int TOKEN_INFO = 256;

  private static final int LABEL = 32;
  private static final int FLAGS = 96;

  private final Path library;
  private final MemorySegment functions;
  private final Arena arena;

  private TokenSlots(Path library, Arena arena) throws Throwable {
    this.library = library;
    this.arena = arena;
    SymbolLookup symbols = SymbolLookup.libraryLookup(library, Arena.global()); // never unloaded
    MemorySegment pointer = arena.allocate(ValueLayout.ADDRESS);
    MethodHandle getFunctionList =
        Linker.nativeLinker()
            .downcallHandle(
                symbols.findOrThrow("C_GetFunctionList"),
                FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
    require((long) getFunctionList.invokeExact(pointer));
    this.functions =
        pointer
            .get(ValueLayout.ADDRESS, 0)
            .reinterpret((GET_TOKEN_INFO + 1) * ValueLayout.ADDRESS.byteSize());
  }

  /**
   * All slots with an initialised token.
   *
   * @throws CertificateRefusedException if the library can't be used
   */
  static List<Slot> of(Path library) {
    if (!Files.isReadable(library)) {
      throw new CertificateRefusedException(
          Reason.FILE_MISSING, library, "there is no PKCS#11 library here, or it can't be read");
    }
    try (Arena arena = Arena.ofConfined()) {
      return new TokenSlots(library, arena).list();
    } catch (CertificateRefusedException refused) {
      throw refused;
    } catch (Throwable unusable) { // what a foreign function throws is declared as this
      throw new CertificateRefusedException(
          Reason.TOKEN_LIBRARY_UNUSABLE, library, "this is no PKCS#11 library for this machine");
    }
  }

  private List<Slot> list() throws Throwable {
    long begun = (long) function(INITIALIZE, ValueLayout.ADDRESS).invokeExact(MemorySegment.NULL);
    if (begun != ALREADY_INITIALIZED) {
      require(begun);
    }
    try {
      return slots();
    } finally {
      if (begun == OK) { // nobody else in this process uses the library
        require((long) function(FINALIZE, ValueLayout.ADDRESS).invokeExact(MemorySegment.NULL));
      }
    }
  }

  private List<Slot> slots() throws Throwable {
    MethodHandle getSlotList =
        function(GET_SLOT_LIST, ValueLayout.JAVA_BYTE, ValueLayout.ADDRESS, ValueLayout.ADDRESS);
    MemorySegment count = arena.allocate(ValueLayout.JAVA_LONG);
    byte withEmptyOnes = 0;
    require((long) getSlotList.invokeExact(withEmptyOnes, MemorySegment.NULL, count));
    int length = (int) count.get(ValueLayout.JAVA_LONG, 0);
    MemorySegment numbers = arena.allocate(ValueLayout.JAVA_LONG, Math.max(1, length));
    require((long) getSlotList.invokeExact(withEmptyOnes, numbers, count));
    List<Slot> slots = new ArrayList<>();
    for (int index = 0; index < length; index++) {
      addIfUsable(slots, index, numbers.getAtIndex(ValueLayout.JAVA_LONG, index));
    }
    return slots;
  }

  private void addIfUsable(List<Slot> slots, int index, long number) throws Throwable {
    MemorySegment info = arena.allocate(TOKEN_INFO, ValueLayout.JAVA_LONG.byteAlignment());
    long answer =
        (long)
            function(GET_TOKEN_INFO, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS)
                .invokeExact(number, info);
    long flags = info.get(ValueLayout.JAVA_LONG, FLAGS);
    if (answer == OK && (flags & TOKEN_INITIALIZED) != 0) {
      byte[] label = info.asSlice(0, LABEL).toArray(ValueLayout.JAVA_BYTE);
      slots.add(
          new Slot(
              index,
              number,
              new String(label, StandardCharsets.UTF_8).strip(),
              (flags & USER_PIN_LOCKED) != 0));
    }
  }

  private MethodHandle function(int place, ValueLayout... arguments) {
    return Linker.nativeLinker()
        .downcallHandle(
            functions.getAtIndex(ValueLayout.ADDRESS, place),
            FunctionDescriptor.of(ValueLayout.JAVA_LONG, arguments));
  }

  private void require(long answer) {
    if (answer != OK) {
      throw new CertificateRefusedException(
          Reason.TOKEN_LIBRARY_UNUSABLE,
          library,
          "the PKCS#11 library answers with error 0x" + Long.toHexString(answer));
    }
  }
}
