package dev.belfry.demo.launcher;

import java.awt.Color;
import java.awt.Desktop;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.ResourceBundle;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * A link by which somebody with a browser calls this window's user. A link is good for one guest: once it is copied or
 * opened, another is shown. For the event dispatch thread.
 */
final class LinkBar extends JPanel {
    private static final long serialVersionUID = 1;
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("dev.belfry.demo.launcher.words");
    private static final Logger LOG = System.getLogger(LinkBar.class.getName());

    private final JLabel label = new JLabel(WORDS.getString("link")) {
        private static final long serialVersionUID = 1;

        @Override
        public void updateUI() {
            super.updateUI();
            Color secondary = UIManager.getColor("Belfry.secondaryForeground");
            if (secondary != null) {
                setForeground(secondary);
            }
        }
    };
    private final JTextField text = new JTextField();
    private final JButton copy = button("link.copy", this::copy);
    private final JButton open = button("link.open", this::open);
    private transient @Nullable Supplier<CompletableFuture<URI>> links;
    private transient @Nullable URI link;

    /** Creates a bar without a link. */
    LinkBar() {
        super(new MigLayout("fillx, insets 0 12 12 12, wrap 2, gap 8", "[grow, fill, sg][grow, fill, sg]"));
        text.setName("link");
        text.setEditable(false);
        label.setLabelFor(text);
        add(label, "span 2, wmin 0");
        add(text, "span 2, wmin 0");
        add(copy, "wmin 0");
        add(open, "wmin 0");
        show(null);
    }

    /** Shows a link of these, each time a new one; null for none. */
    void showLinksOf(@Nullable Supplier<CompletableFuture<URI>> newLinks) {
        links = newLinks;
        show(null);
        fetch();
    }

    private void fetch() {
        Supplier<CompletableFuture<URI>> asked = links;
        if (asked != null) {
            CompletableFuture<?> unused = asked.get()
                    .thenAcceptAsync(
                            made -> {
                                if (asked.equals(links)) {
                                    show(made);
                                }
                            },
                            SwingUtilities::invokeLater)
                    .exceptionally(failure -> {
                        LOG.log(Level.WARNING, "The hub gives no link", failure);
                        return null;
                    });
        }
    }

    private void show(@Nullable URI newLink) {
        link = newLink;
        text.setText(newLink == null ? "" : newLink.toString());
        text.setCaretPosition(0);
        copy.setEnabled(newLink != null);
        open.setEnabled(newLink != null && canBrowse());
    }

    private void copy(URI taken) {
        StringSelection selection = new StringSelection(taken.toString());
        Toolkit.getDefaultToolkit().getSystemClipboard().setContents(selection, null);
    }

    private void open(URI taken) {
        // The system may take its time to start a browser.
        ExecutorService opener = Executors.newSingleThreadExecutor(work -> new Thread(work, "demo-browser"));
        opener.execute(() -> {
            try {
                Desktop.getDesktop().browse(taken);
            } catch (IOException e) {
                LOG.log(Level.WARNING, "No browser opens", e);
            }
        });
        opener.shutdown();
    }

    private JButton button(String key, Consumer<URI> action) {
        JButton button = new JButton(WORDS.getString(key));
        button.setName(key);
        button.addActionListener(e -> {
            URI taken = link;
            if (taken != null) {
                action.accept(taken);
                fetch();
            }
        });
        return button;
    }

    private static boolean canBrowse() {
        return Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE);
    }
}
