"""Who may do what: roles by e-mail address, passes for a page's own addresses, uploads, the audit."""
