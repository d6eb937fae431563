package eu.rempart.alert.channel.smpp;

import java.io.IOException;
import java.io.OutputStream;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.util.DefaultComposer;

/**
 * Sends as the library does, but what holds the password: the library writes all that it sends into
 * its log, in hexadecimal digits, and somebody may turn that on.
 */
final class DiscreetSender extends DefaultPDUSender {

  private final DefaultComposer composer = new DefaultComposer();

  @Override
  public byte[] sendBind(
      OutputStream out,
      BindType type,
      int sequence,
      String systemId,
      String password,
      String systemType,
      InterfaceVersion version,
      TypeOfNumber ton,
      NumberingPlanIndicator npi,
      String range)
      throws PDUStringException, IOException {
    byte[] bind =
        composer.bind(
            type.commandId(),
            sequence,
            systemId,
            password,
            systemType,
            version.value(),
            ton.value(),
            npi.value(),
            range);
    out.write(bind);
    out.flush();
    return bind;
  }
}
