package eu.rempart.metrics.number;

import eu.rempart.watch.node.NodeIdentity;
import eu.rempart.watch.node.Nodes;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What runs here. */
@Component
class BuildNumbers implements Numbers {

  private final Nodes nodes;
  private final NodeIdentity node;
  private final InstantSource clock;

  @Autowired
  BuildNumbers(Nodes nodes, NodeIdentity node) {
    this.nodes = nodes;
    this.node = node;
    this.clock = InstantSource.system();
  }

  @Override
  public String source() {
    return "build";
  }

  @Override
  public void write(Sheet sheet) {
    String version = BuildNumbers.class.getPackage().getImplementationVersion();
    sheet.info(
        "build",
        "What runs here.",
        "version",
        Objects.requireNonNullElse(version, "development"),
        "java",
        Runtime.version().toString(),
        "node",
        nodes.heard(node, clock.instant()).code());
  }
}
