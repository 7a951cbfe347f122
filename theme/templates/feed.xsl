<?xml version="1.0" encoding="utf-8"?>
{# Shows a feed as a page, in browsers that have XSLT 1.0. What it shows is text: no markup of the feed's is taken over. #}
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" exclude-result-prefixes="atom itunes podcast">
<xsl:output method="html" encoding="utf-8" doctype-system="about:legacy-compat"/>

<xsl:variable name="head" select="/rss/channel | /atom:feed"/>
<xsl:variable name="title" select="$head/title | $head/atom:title"/>
<xsl:variable name="page" select="$head/link | $head/atom:link[@rel = 'alternate']/@href"/>
<xsl:variable name="self" select="$head/atom:link[@rel = 'self']/@href"/>
<xsl:variable name="bare" select="substring-after($self, '://')"/>
<xsl:variable name="language" select="$head/language | $head/@xml:lang"/>
<xsl:variable name="art" select="$head/podcast:image[@width &lt;= 960][1]"/>

<xsl:template match="/">
<html lang="{{ site.settings.language }}">
<head>
  <meta name="viewport" content="width=device-width, initial-scale=1"/>
  <meta name="robots" content="noindex"/>
  <meta name="color-scheme" content="light dark"/>
  <title>{{ _('%(title)s: the feed', title='<xsl:value-of select="$title"/>'|safe) }} · {{ site.name }}</title>
  <link rel="icon" type="image/svg+xml" href="{{ site.asset('favicon.svg') }}"/>
  <link rel="stylesheet" href="{{ site.asset('css/main.css') }}"/>
</head>
<body>
  <a class="skip" href="#contenu">{{ _('Skip to the content') }}</a>
  <header class="masthead">
    <div class="masthead-name">
      <p class="site-name"><a href="{{ site.link('') }}">{{ site.name }}</a></p>
      {% if site.tagline %}
      <p class="tagline">{{ site.tagline }}</p>
      {% endif %}
    </div>
    {% if site.menu %}
    <nav class="menu" aria-label="{{ _('Main menu') }}">
      <ul>
        {% for entry in site.menu %}
        <li><a href="{{ site.link(entry.place) }}">{{ entry.label }}</a></li>
        {% endfor %}
      </ul>
    </nav>
    {% endif %}
  </header>
  <main id="contenu" tabindex="-1">
    <header class="opening">
      <nav class="trail" aria-label="{{ _('Breadcrumbs') }}"><ol><li><a href="{$page}">{{ _('Back to the site') }}</a></li></ol></nav>
      <h1 lang="{$language}"><xsl:value-of select="$title"/></h1>
      <p class="lead">{{ _('You are looking at a feed. An app that follows this address gets everything new as it is published.') }}</p>
    </header>
    <section class="band" aria-labelledby="abonner">
      <div class="band-head"><h2 id="abonner">{{ _('Subscribe') }}</h2>{% if site.has('subscribe') %}<p class="band-more"><a href="{{ site.section('subscribe') }}">{{ _('All feeds') }}</a></p>{% endif %}</div>
      <div class="band-body">
        <ul class="apps">
          <xsl:if test="/rss">
          {% for app in apps if app.name %}
          <li><a href="{{ app.before }}{{ '{$self}' if app.whole else '{$bare}' }}"><b>{{ app.name }}</b> <span>{{ app.devices }}</span></a></li>
          {% endfor %}
          </xsl:if>
          <li><a href="feed://{$bare}"><b>{{ _('Another app') }}</b> <span>{{ _('the one that your device offers') }}</span></a></li>
        </ul>
        <p class="apps-note">{{ _('A link opens the app if it is installed on your device. If not, copy the address of the feed into it.') }}</p>
        <p class="feed-kind">{{ _('The address of the feed') }}</p>
        <div class="feed-line"><code class="feed-address"><xsl:value-of select="$self"/></code></div>
      </div>
    </section>
    <xsl:if test="$head/description | $head/atom:subtitle">
    <section class="band" aria-labelledby="presentation">
      <div class="band-head"><h2 id="presentation">{{ _('About') }}</h2></div>
      <div class="band-body">
        <xsl:if test="$art"><figure class="feed-art"><img src="{$art/@href}" alt="{$art/@alt}" width="{$art/@width}" height="{$art/@height}"/></figure></xsl:if>
        <div class="prose feed-words" lang="{$language}"><xsl:value-of select="$head/description | $head/atom:subtitle"/></div>
      </div>
    </section>
    </xsl:if>
    <xsl:if test="$head/item | $head/atom:entry">
    <section class="band" aria-labelledby="contenus">
      <div class="band-head"><h2 id="contenus"><xsl:choose><xsl:when test="/rss">{{ _('Listen') }}</xsl:when><xsl:otherwise>{{ _('Read') }}</xsl:otherwise></xsl:choose></h2></div>
      <div class="band-body"><ul class="lines"><xsl:apply-templates select="$head/item | $head/atom:entry"/></ul></div>
    </section>
    </xsl:if>
  </main>
  <footer class="foot">
    <p class="foot-name"><a href="{{ site.link('') }}">{{ site.name }}</a></p>
    {% if site.description %}
    <p class="foot-words">{{ site.description }}</p>
    {% endif %}
  </footer>
</body>
</html>
</xsl:template>

<xsl:template match="item">
  <li><article class="line line-heard">
    <p class="line-date"><xsl:call-template name="mail-date"><xsl:with-param name="date" select="pubDate"/></xsl:call-template></p>
    <div>
      <h3 lang="{$language}"><a href="{link}"><xsl:value-of select="title"/></a></h3>
      <p class="line-summary feed-words" lang="{$language}"><xsl:value-of select="description"/></p>
      <p class="line-foot"><span class="length"><xsl:call-template name="duration"><xsl:with-param name="seconds" select="itunes:duration"/></xsl:call-template></span></p>
      <div class="player"><audio controls="controls" preload="none" aria-label="{title}"><source src="{enclosure/@url}" type="{enclosure/@type}"/></audio></div>
    </div>
  </article></li>
</xsl:template>

<xsl:template match="atom:entry">
  <li><article class="line">
    <p class="line-date"><xsl:call-template name="iso-date"><xsl:with-param name="date" select="atom:published"/></xsl:call-template></p>
    <div>
      <h3 lang="{$language}"><a href="{atom:link[not(@rel) or @rel = 'alternate']/@href}"><xsl:value-of select="atom:title"/></a></h3>
      <xsl:if test="atom:summary"><p class="line-summary feed-words" lang="{$language}"><xsl:value-of select="atom:summary"/></p></xsl:if>
      <xsl:for-each select="atom:link[@rel = 'enclosure']"><div class="player"><audio controls="controls" preload="none" aria-label="{../atom:title}"><source src="{@href}" type="{@type}"/></audio></div></xsl:for-each>
    </div>
  </article></li>
</xsl:template>

<xsl:template name="mail-date">
  <xsl:param name="date"/>
  <xsl:variable name="rest" select="substring-after($date, ', ')"/>
  <xsl:variable name="month" select="substring($rest, 4, 3)"/>
  <xsl:call-template name="date">
    <xsl:with-param name="day" select="substring($rest, 1, 2)"/>
    <xsl:with-param name="month"><xsl:choose>
      {% for name, _word in months %}
      <xsl:when test="$month = '{{ name }}'">{{ loop.index }}</xsl:when>
      {% endfor %}
    </xsl:choose></xsl:with-param>
    <xsl:with-param name="year" select="substring($rest, 8, 4)"/>
  </xsl:call-template>
</xsl:template>

<xsl:template name="iso-date">
  <xsl:param name="date"/>
  <xsl:call-template name="date">
    <xsl:with-param name="day" select="substring($date, 9, 2)"/>
    <xsl:with-param name="month" select="substring($date, 6, 2)"/>
    <xsl:with-param name="year" select="substring($date, 1, 4)"/>
  </xsl:call-template>
</xsl:template>

<xsl:template name="date">
  <xsl:param name="day"/>
  <xsl:param name="month"/>
  <xsl:param name="year"/>
  <time datetime="{$year}-{format-number($month, '00')}-{format-number($day, '00')}"><xsl:value-of select="number($day)"/>{% if site.settings.language.language == 'fr' %}<xsl:if test="number($day) = 1">er</xsl:if>{% endif %}<xsl:text> </xsl:text><xsl:choose>
    {% for _name, word in months %}
    <xsl:when test="number($month) = {{ loop.index }}">{{ word }}</xsl:when>
    {% endfor %}
  </xsl:choose><xsl:text> </xsl:text><xsl:value-of select="$year"/></time>
</xsl:template>

<xsl:template name="duration">
  <xsl:param name="seconds"/>
  <xsl:variable name="hours" select="floor($seconds div 3600)"/>
  <xsl:variable name="minutes" select="floor($seconds div 60) mod 60"/>
  <xsl:if test="$hours &gt; 0"><xsl:value-of select="$hours"/>&#160;{{ _('hr') }}</xsl:if>
  <xsl:if test="$minutes &gt; 0"><xsl:if test="$hours &gt; 0">&#160;</xsl:if><xsl:value-of select="$minutes"/>&#160;{{ _('min') }}</xsl:if>
  <xsl:if test="$hours = 0"><xsl:if test="$minutes &gt; 0">&#160;</xsl:if><xsl:value-of select="$seconds mod 60"/>&#160;{{ _('sec') }}</xsl:if>
</xsl:template>
</xsl:stylesheet>
