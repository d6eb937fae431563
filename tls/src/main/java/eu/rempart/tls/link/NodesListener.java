package eu.rempart.tls.link;

import eu.rempart.tls.serve.TicketKeys;

/** Is told on an edge what nodes say. Called on an event loop: nothing here may block for long. */
public interface NodesListener {

  /** Rules as a node published them; they come again whenever they or the connection change. */
  void rules(byte[] rules);

  void tickets(TicketKeys keys);

  /** A node takes connections from now on, or no more. */
  void changed(NodeAddress node, boolean takes);
}
